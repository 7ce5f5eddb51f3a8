package app.retour.notifications.ledger;

import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantCache;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to when a merchant's returns are history that was brought in, of which nobody is told any more. */
@Component
public class History {
    private final JdbcClient jdbc;
    private final SetupStamps stamps;
    private final TenantCache<Optional<Instant>> end;

    History(JdbcClient jdbc, SetupStamps stamps) {
        this.jdbc = jdbc;
        this.stamps = stamps;
        this.end = new TenantCache<>(stamps);
    }

    public boolean holds(Instant happened) {
        return end.get(this::stored).filter(happened::isBefore).isPresent();
    }

    private Optional<Instant> stored() {
        return jdbc.sql("select ends_at from notifications.history where tenant_id = ?")
                .param(TenantContext.current().value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    public void endAt(Instant end) {
        jdbc.sql("""
                        insert into notifications.history (tenant_id, ends_at) values (?, ?)
                        on conflict (tenant_id) do update set ends_at = excluded.ends_at
                        """).params(TenantContext.current().value(), Ledger.time(end)).update();
        stamps.changed();
    }
}
