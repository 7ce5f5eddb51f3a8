package app.retour.orders;

import static java.util.stream.Collectors.groupingBy;

import app.retour.orders.products.Product;
import app.retour.orders.products.Products;
import app.retour.orders.rows.OneTrip;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Orders with all that hangs on them, in one round trip however many they are. */
@Repository
class WholeOrders {
    private static final List<String> QUESTIONS = List.of(
            "select * from orders.customer_order where tenant_id = ? and id = any(?)",
            "select * from orders.order_line where tenant_id = ? and order_id = any(?) order by position, id",
            Products.SOLD_IN_ORDERS,
            "select * from orders.tender where tenant_id = ? and order_id = any(?) order by position",
            "select * from orders.outside_refund where tenant_id = ? and order_id = any(?) order by position");
    private static final OneTrip ALL = new OneTrip(QUESTIONS.toArray(String[]::new));

    /**
     * Of an array PostgreSQL assumes ten, unless it sees how many there are: so it would plan each of these anew for every order
     * that is read alone, which takes it longer than to answer.
     */
    private static final OneTrip ALL_OF_ONE = new OneTrip(
            QUESTIONS.stream().map(question -> question.replace("any(?)", "?")).toArray(String[]::new));

    private final JdbcTemplate jdbc;
    private final Products products;

    WholeOrders(JdbcTemplate jdbc, Products products) {
        this.jdbc = jdbc;
        this.products = products;
    }

    /** Those that are known, in no order. */
    List<Order> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var tenant = TenantContext.current().value();
        var questions = ids.size() == 1 ? ALL_OF_ONE : ALL;
        Object which = ids.size() == 1 ? ids.iterator().next() : ids.toArray(UUID[]::new);
        var parameters = List.of(tenant, which, tenant, which, tenant, tenant, which, tenant, which, tenant, which);
        return questions.ask(jdbc, parameters, answers -> {
            var rows = answers.next(OrderRow::of);
            var lines = answers.next(LineRow::of).stream().collect(groupingBy(LineRow::order));
            var known = Products.bySku(answers.next(products::product));
            var tenders = answers.next(TenderRow::of).stream().collect(groupingBy(TenderRow::order));
            var refunds = answers.next(OutsideRefundRow::of).stream().collect(groupingBy(OutsideRefundRow::order));
            return rows.stream()
                    .map(row -> snapshot(row, refunds, lines, tenders, known))
                    .toList();
        });
    }

    private static Order snapshot(
            OrderRow row,
            Map<UUID, List<OutsideRefundRow>> refunds,
            Map<UUID, List<LineRow>> lines,
            Map<UUID, List<TenderRow>> tenders,
            Map<String, Product> known) {
        var outside = row.refundedOutside().signum() > 0
                ? refunds.getOrDefault(row.id(), List.of())
                : List.<OutsideRefundRow>of();
        return row.snapshot(
                outside.stream().map(refund -> refund.snapshot(row.currency())).toList(),
                tenders.getOrDefault(row.id(), List.of()).stream()
                        .map(tender -> tender.snapshot(row.currency()))
                        .toList(),
                lines.getOrDefault(row.id(), List.of()).stream()
                        .map(line -> line.snapshot(row, line.sku() == null ? null : known.get(line.sku())))
                        .toList());
    }
}
