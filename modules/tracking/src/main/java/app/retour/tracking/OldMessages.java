package app.retour.tracking;

import app.retour.kernel.TenantId;
import app.retour.tenants.RecurringJob;
import app.retour.tenants.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes carriers' messages that are too old; what parcels learned from them stays. */
@Component
class OldMessages implements RecurringJob {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration keep;

    OldMessages(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${retour.tracking.keep-messages:90d}") Duration keep) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public String name() {
        return "tracking.old-messages";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        var before = clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
        for (var tenant : jdbc.sql("select tenant_id from tracking.stale_door(?)")
                .param(before)
                .query(UUID.class)
                .list()) {
            TenantContext.runAs(
                    new TenantId(tenant),
                    () -> transactions.executeWithoutResult(
                            _ -> jdbc.sql("delete from tracking.raw_event where tenant_id = ? and received_at < ?")
                                    .params(tenant, before)
                                    .update()));
        }
    }
}
