package app.retour.returns;

import app.retour.returns.events.ReturnId;
import app.retour.tenants.jobs.TenantJob;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Some days before evidence is due, the shopper is reminded of it, once. */
@Component
class EvidenceReminder implements TenantJob<EvidenceReminder.Told> {
    private final ObjectProvider<Deadlines> deadlines;

    EvidenceReminder(ObjectProvider<Deadlines> deadlines) {
        this.deadlines = deadlines;
    }

    /** @param request stored under its first name, which jobs on their way still bear */
    record Told(UUID returnId, @JsonProperty("wish") UUID request) {}

    @Override
    public String name() {
        return "returns.evidence-reminder";
    }

    @Override
    public Class<Told> type() {
        return Told.class;
    }

    @Override
    public void run(Told told) {
        deadlines.getObject().remind(new ReturnId(told.returnId), told.request);
    }
}
