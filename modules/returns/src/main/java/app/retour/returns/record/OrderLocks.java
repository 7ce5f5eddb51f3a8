package app.retour.returns.record;

import app.retour.tenants.tenancy.TenantContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one transaction at a time count an order's units and money, or a shopper's returns, on whatever replica. */
@Component
public class OrderLocks {
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderLocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Waits for it, and holds it until the transaction ends. Take the order's before the shopper's.
     *
     * @return whether it is of somebody who was erased, perhaps while this waited
     */
    public boolean hold(UUID orderOrShopper) {
        return jdbc.sql("""
                        insert into returns.order_lock (tenant_id, id, taken_at) values (?, ?, ?)
                        on conflict (tenant_id, id) do update set taken_at = excluded.taken_at
                        returning erased_at is not null
                        """)
                .params(TenantContext.current().value(), orderOrShopper, Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Whoever waits for these is told so. */
    public void tellErased(Collection<UUID> orders) {
        if (!orders.isEmpty()) {
            jdbc.sql("""
                            update returns.order_lock set erased_at = coalesce(erased_at, :now)
                            where tenant_id = :tenant and id in (:orders)
                            """)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("tenant", TenantContext.current().value())
                    .param("orders", orders)
                    .update();
        }
    }
}
