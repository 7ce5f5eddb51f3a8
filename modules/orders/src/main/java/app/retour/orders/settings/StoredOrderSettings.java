package app.retour.orders.settings;

import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantCache;
import app.retour.tenants.tenancy.TenantContext;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tenant's settings of this module; none stored is all unknown. */
@Repository
public class StoredOrderSettings {
    private final JdbcClient jdbc;
    private final SetupStamps stamps;
    private final TenantCache<OrderSettings> known;

    StoredOrderSettings(JdbcClient jdbc, SetupStamps stamps) {
        this.jdbc = jdbc;
        this.stamps = stamps;
        this.known = new TenantCache<>(stamps);
    }

    public OrderSettings current() {
        return known.get(this::stored);
    }

    private OrderSettings stored() {
        return jdbc.sql("select history_complete_since, final_sale_tag from orders.settings where tenant_id = ?")
                .param(TenantContext.current().value())
                .query((row, _) -> new OrderSettings(
                        row.getObject("history_complete_since", LocalDate.class), row.getString("final_sale_tag")))
                .optional()
                .orElse(new OrderSettings(null, null));
    }

    public OrderSettings change(OrderSettings wanted) {
        jdbc.sql("""
                        insert into orders.settings (tenant_id, history_complete_since, final_sale_tag) values (?, ?, ?)
                        on conflict (tenant_id) do update set
                            history_complete_since = excluded.history_complete_since,
                            final_sale_tag = excluded.final_sale_tag
                        """)
                .param(TenantContext.current().value())
                .param(wanted.historyCompleteSince())
                .param(wanted.finalSaleTag())
                .update();
        stamps.changed();
        return wanted;
    }
}
