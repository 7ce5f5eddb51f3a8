package app.retour.returns;

import app.retour.returns.events.ReturnId;
import app.retour.tenants.jobs.TenantJob;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Approved items have waited long enough for the rest of their return. */
@Component
class ReleaseAfterWait implements TenantJob<ReleaseAfterWait.Told> {
    private final ObjectProvider<Deadlines> deadlines;

    ReleaseAfterWait(ObjectProvider<Deadlines> deadlines) {
        this.deadlines = deadlines;
    }

    record Told(UUID returnId) {}

    @Override
    public String name() {
        return "returns.rest-of-return";
    }

    @Override
    public Class<Told> type() {
        return Told.class;
    }

    @Override
    public void run(Told told) {
        deadlines.getObject().waitedLongEnough(new ReturnId(told.returnId));
    }
}
