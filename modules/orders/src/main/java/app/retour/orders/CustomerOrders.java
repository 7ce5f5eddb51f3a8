package app.retour.orders;

import app.retour.orders.rows.OrderNumber;
import app.retour.orders.rows.RowReader;
import app.retour.orders.rows.RowWriter;
import app.retour.orders.rows.RowWriter.Table;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Orders with their lines and tenders, as stored. Every statement names the tenant. */
@Repository
class CustomerOrders {
    private static final Table ORDER = Table.replacing(
            "customer_order",
            "id",
            List.of("id", "created_at"),
            List.of(
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
                    "updated_at"));
    private static final Table LINE = Table.replacing(
            "order_line",
            "id",
            List.of("id"),
            List.of(
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
                    "weight_grams"));
    private static final Table TENDER =
            new Table("tender", List.of("order_id", "id", "position", "kind", "amount", "label"), "");
    private static final Table REFUND = new Table(
            "outside_refund",
            List.of("order_id", "id", "position", "kind", "line_id", "quantity", "amount", "tender_id"),
            "");

    private final NamedParameterJdbcTemplate jdbc;
    private final RowWriter writer;
    private final Clock clock;

    CustomerOrders(NamedParameterJdbcTemplate jdbc, RowWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
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

    /**
     * Those that any of the told could mean, held until the transaction ends. The arrays are read by PostgreSQL first: where it
     * sees how long they are, or plans for any, it may read the whole table for them.
     */
    List<OrderRow> hold(Collection<String> externalIds, Collection<OrderNumber> numbers) {
        return jdbc.query(
                """
                select * from orders.customer_order
                where tenant_id = :tenant and (number_key = any(array(select unnest(:numbers)))
                    or external_id = any(array(select unnest(:externalIds))))
                order by id for update
                """,
                mine().addValue(
                                "numbers",
                                numbers.stream().map(OrderNumber::key).toArray(String[]::new))
                        .addValue("externalIds", externalIds.toArray(String[]::new)),
                OrderRow::of);
    }

    /** In the order of each order's lines. */
    List<LineRow> linesOf(Collection<UUID> orders) {
        return orders.isEmpty() ? List.of() : jdbc.query("""
                        select * from orders.order_line
                        where tenant_id = :tenant and order_id = any(cast(:orders as uuid[])) order by position, id
                        """, of(orders), LineRow::of);
    }

    /** What several orders have become, all of it. */
    void save(OrderChanges changes) {
        var now = RowReader.of(clock.instant());
        for (var isNew : List.of(true, false)) {
            var merged = isNew ? changes.created() : changes.updated();
            writer.write(
                    isNew ? ORDER.ofNew() : ORDER,
                    merged.stream()
                            .map(one -> one.order()
                                    .values()
                                    .addValue("updated_at", now)
                                    .addValue("created_at", now))
                            .toList());
            writer.write(
                    isNew ? LINE.ofNew() : LINE,
                    merged.stream()
                            .flatMap(one -> one.lines().stream())
                            .map(LineRow::values)
                            .toList());
        }
        forget("tender", changes.withTenders());
        writer.write(TENDER, changes.tenders().stream().map(TenderRow::values).toList());
        forget("outside_refund", changes.withRefunds());
        writer.write(
                REFUND, changes.refunds().stream().map(OutsideRefundRow::values).toList());
    }

    /** What these had, instead of which comes what was told now. */
    private void forget(String table, Collection<UUID> known) {
        if (!known.isEmpty()) {
            jdbc.update(
                    "delete from orders.%s where tenant_id = :tenant and order_id = any(cast(:orders as uuid[]))"
                            .formatted(table),
                    of(known));
        }
    }

    List<OutsideRefundRow> outsideRefundsOf(Collection<UUID> orders) {
        return orders.isEmpty() ? List.of() : jdbc.query("""
                        select * from orders.outside_refund
                        where tenant_id = :tenant and order_id = any(cast(:orders as uuid[])) order by position
                        """, of(orders), OutsideRefundRow::of);
    }

    private static MapSqlParameterSource of(Collection<UUID> orders) {
        return mine().addValue("orders", orders.stream().map(UUID::toString).toArray(String[]::new));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
