package app.retour.notifications.ledger;

import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to when a merchant's returns are history that was brought in, of which nobody is told any more. */
@Component
public class History {
    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean holds(Instant happened) {
        return jdbc.sql("select exists (select from notifications.history where tenant_id = ? and ends_at > ?)")
                .params(TenantContext.current().value(), Ledger.time(happened))
                .query(Boolean.class)
                .single();
    }

    public void endAt(Instant end) {
        jdbc.sql("""
                        insert into notifications.history (tenant_id, ends_at) values (?, ?)
                        on conflict (tenant_id) do update set ends_at = excluded.ends_at
                        """).params(TenantContext.current().value(), Ledger.time(end)).update();
    }
}
