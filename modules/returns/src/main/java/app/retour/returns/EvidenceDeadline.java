package app.retour.returns;

import app.retour.returns.events.ReturnId;
import app.retour.tenants.jobs.TenantJob;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When evidence was not given in time, the items that wait for it expire. */
@Component
class EvidenceDeadline implements TenantJob<EvidenceDeadline.Told> {
    private final ObjectProvider<Deadlines> deadlines;

    EvidenceDeadline(ObjectProvider<Deadlines> deadlines) {
        this.deadlines = deadlines;
    }

    /** @param request stored under its first name, which jobs on their way still bear */
    record Told(UUID returnId, @JsonProperty("wish") UUID request) {}

    @Override
    public String name() {
        return "returns.evidence-deadline";
    }

    @Override
    public Class<Told> type() {
        return Told.class;
    }

    @Override
    public void run(Told told) {
        deadlines.getObject().expire(new ReturnId(told.returnId), told.request);
    }
}
