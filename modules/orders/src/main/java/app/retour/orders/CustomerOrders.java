package app.retour.orders;

import app.retour.orders.rows.RowReader;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Orders with their lines and tenders, as stored. Every statement names the tenant. */
@Repository
class CustomerOrders {
    private static final List<String> ORDER = List.of(
            "external_id",
            "number",
            "number_key",
            "shopper_id",
            "placed_at",
            "fulfilled_at",
            "delivered_at",
            "canceled_at",
            "currency",
            "exchange_rate",
            "subtotal",
            "shipping",
            "shipping_tax",
            "shipping_tax_told",
            "payment_fee",
            "taxes",
            "duties",
            "tips",
            "rounding",
            "total",
            "refunded_outside",
            "tax_mode",
            "reconciles",
            "payment",
            "tags",
            "discount_codes",
            "shipping_country",
            "channel",
            "gift",
            "business",
            "fingerprint",
            "updated_at");
    private static final List<String> LINE = List.of(
            "order_id",
            "line_key",
            "position",
            "sku",
            "title",
            "variant_title",
            "quantity",
            "fulfilled_quantity",
            "unit_price",
            "paid",
            "tax",
            "tax_rate",
            "gift_card",
            "final_sale",
            "vendor",
            "product_type",
            "tags",
            "weight_grams");

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    CustomerOrders(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UUID> withNumber(OrderNumber number) {
        return jdbc
                .query(
                        "select id from orders.customer_order where tenant_id = :tenant and number_key = :number",
                        mine().addValue("number", number.key()),
                        (row, _) -> new RowReader(row).id("id"))
                .stream()
                .findFirst();
    }

    Optional<UUID> orderOf(UUID line) {
        return jdbc
                .query(
                        "select order_id from orders.order_line where tenant_id = :tenant and id = :line",
                        mine().addValue("line", line),
                        (row, _) -> new RowReader(row).id("order_id"))
                .stream()
                .findFirst();
    }

    /** Those that any of the told could mean, held until the transaction ends. */
    List<OrderRow> hold(Collection<String> externalIds, Collection<OrderNumber> numbers) {
        return jdbc.query(
                """
                select * from orders.customer_order
                where tenant_id = :tenant and (number_key in (:numbers) or external_id in (:externalIds))
                order by id for update
                """,
                mine().addValue(
                                "numbers",
                                numbers.stream().map(OrderNumber::key).toList())
                        // An empty list is no SQL.
                        .addValue("externalIds", externalIds.isEmpty() ? List.of("") : externalIds),
                OrderRow::of);
    }

    /** In the order of each order's lines. */
    List<LineRow> linesOf(Collection<UUID> orders) {
        return orders.isEmpty() ? List.of() : jdbc.query("""
                        select * from orders.order_line
                        where tenant_id = :tenant and order_id in (:orders) order by position, id
                        """, mine().addValue("orders", orders), LineRow::of);
    }

    void save(Collection<OrderRow> orders, Collection<LineRow> lines) {
        var now = RowReader.of(clock.instant());
        batch(
                upsert("customer_order", "tenant_id, id", "id, created_at", ORDER),
                orders.stream()
                        .map(order -> order.values().addValue("updated_at", now).addValue("created_at", now)));
        batch(upsert("order_line", "tenant_id, id", "id", LINE), lines.stream().map(LineRow::values));
    }

    /** The tenders of an order, instead of those before. */
    void saveTenders(UUID order, List<TenderRow> tenders) {
        jdbc.update(
                "delete from orders.tender where tenant_id = :tenant and order_id = :order",
                mine().addValue("order", order));
        batch("""
                insert into orders.tender (tenant_id, order_id, id, position, kind, amount, label)
                values (:tenant, :order_id, :id, :position, :kind, :amount, :label)
                """, tenders.stream().map(TenderRow::values));
    }

    /** What is known of the refunds that the shop made for an order, instead of what was known before. */
    void saveOutsideRefunds(UUID order, List<OutsideRefundRow> refunds) {
        jdbc.update(
                "delete from orders.outside_refund where tenant_id = :tenant and order_id = :order",
                mine().addValue("order", order));
        batch("""
                insert into orders.outside_refund
                    (tenant_id, order_id, id, position, kind, line_id, quantity, amount, tender_id)
                values (:tenant, :order_id, :id, :position, :kind, :line_id, :quantity, :amount, :tender_id)
                """, refunds.stream().map(OutsideRefundRow::values));
    }

    List<OutsideRefundRow> outsideRefundsOf(Collection<UUID> orders) {
        return orders.isEmpty() ? List.of() : jdbc.query("""
                        select * from orders.outside_refund
                        where tenant_id = :tenant and order_id in (:orders) order by position
                        """, mine().addValue("orders", orders), OutsideRefundRow::of);
    }

    private void batch(String sql, Stream<MapSqlParameterSource> rows) {
        var tenant = TenantContext.current().value();
        var values = rows.map(row -> row.addValue("tenant", tenant)).toArray(MapSqlParameterSource[]::new);
        if (values.length > 0) {
            jdbc.batchUpdate(sql, values);
        }
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }

    /** @param fixed columns that are written once, besides the tenant */
    static String upsert(String table, String key, String fixed, List<String> changing) {
        var all = Stream.concat(Stream.of(fixed.split(", ")), changing.stream()).toList();
        return "insert into orders.%s (tenant_id, %s) values (:tenant, %s) on conflict (%s) do update set %s"
                .formatted(
                        table,
                        String.join(", ", all),
                        all.stream().map(column -> ":" + column).collect(Collectors.joining(", ")),
                        key,
                        changing.stream()
                                .map(column -> "%1$s = excluded.%1$s".formatted(column))
                                .collect(Collectors.joining(", ")));
    }
}
