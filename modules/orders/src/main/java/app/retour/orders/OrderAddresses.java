package app.retour.orders;

import app.retour.orders.rows.RowReader;
import app.retour.orders.rows.RowWriter;
import app.retour.orders.rows.RowWriter.Table;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Where orders were sent and who paid them, as stored: personal data. Every statement names the tenant. */
@Repository
class OrderAddresses {
    private static final Table ADDRESS = Table.replacing(
            "order_address",
            "order_id, purpose",
            List.of("order_id", "purpose"),
            List.of("full_name", "company", "line1", "line2", "city", "postcode", "province", "country", "phone"));

    private final NamedParameterJdbcTemplate jdbc;
    private final RowWriter writer;

    OrderAddresses(NamedParameterJdbcTemplate jdbc, RowWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    /** Where several orders go and who pays them, as it was told last. */
    void save(OrderChanges changes) {
        writer.write(
                ADDRESS,
                changes.addresses().entrySet().stream()
                        .map(told -> values(told.getKey(), told.getValue()))
                        .toList());
        changes.missingPhones().forEach(this::saveMissingPhone);
    }

    private static MapSqlParameterSource values(OrderChanges.Place place, PostalAddress address) {
        return new MapSqlParameterSource("order_id", place.order())
                .addValue("purpose", place.purpose().name())
                .addValue("full_name", address.name())
                .addValue("company", address.company())
                .addValue("line1", address.line1())
                .addValue("line2", address.line2())
                .addValue("city", address.city())
                .addValue("postcode", address.postcode())
                .addValue("province", address.province())
                .addValue("country", address.country())
                .addValue("phone", address.phone());
    }

    /** Where the address it went to has none. */
    private void saveMissingPhone(UUID order, String phone) {
        jdbc.update("""
                insert into orders.order_address (tenant_id, order_id, purpose, phone)
                values (:tenant, :order, 'SHIPPING', :phone)
                on conflict (tenant_id, order_id, purpose) do update
                    set phone = coalesce(order_address.phone, excluded.phone)
                """, mine().addValue("order", order).addValue("phone", phone));
    }

    List<PostalAddress> shippedTo(UUID order) {
        return jdbc.query("""
                select * from orders.order_address
                where tenant_id = :tenant and order_id = :order and purpose = 'SHIPPING'
                """, mine().addValue("order", order), (row, _) -> {
            var columns = new RowReader(row);
            return new PostalAddress(
                    columns.text("full_name"),
                    columns.text("company"),
                    columns.text("line1"),
                    columns.text("line2"),
                    columns.text("city"),
                    columns.text("postcode"),
                    columns.text("province"),
                    columns.text("country"),
                    columns.text("phone"));
        });
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
