package app.retour.returns.judging;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.orders.KnownBuyer;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.returns.eligibility.ShopperPast;
import app.retour.returns.settings.AutomaticApprovals;
import app.retour.returns.settings.ReturnSetup;
import app.retour.rules.vocabulary.LocalDays;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what a shopper did before, in one statement. Who decides by the counts holds the shopper's lock
 * ({@code OrderLocks}) first, so that two returns at once see each other.
 */
@Component
class ShopperPasts {
    private final Orders orders;
    private final Tenants tenants;
    private final ReturnSetup setup;
    private final JdbcClient jdbc;

    ShopperPasts(Orders orders, Tenants tenants, ReturnSetup setup, JdbcClient jdbc) {
        this.orders = orders;
        this.tenants = tenants;
        this.setup = setup;
        this.jdbc = jdbc;
    }

    /**
     * @param order whose shopper is meant; one that names none stands for a shopper of its own
     * @param buyer what is known of them at that moment
     * @param itself the return that is judged, which does not count; null when it is not stored
     * @param at of its first submission
     */
    ShopperPast of(Order order, KnownBuyer buyer, @Nullable UUID itself, Instant at) {
        var shopper = order.shopper();
        var tenant = tenants.current();
        var zone = tenant.zone();
        var since = LocalDays.dateOf(at, zone)
                .minusDays(setup.caps().days())
                .atStartOfDay(zone)
                .toInstant();
        var counted = jdbc.sql(
                        """
                        select count(distinct a.id) filter (where a.requested_at >= :recent and %1$s) as recent,
                               coalesce(sum(i.quantity) filter (where i.decision <> 'REJECTED' and %1$s), 0) as units,
                               count(distinct a.id) filter (where %2$s) as approvals,
                               coalesce(sum(i.value_amount) filter (where a.currency = :currency and %2$s), 0) as approved,
                               array_agg(distinct a.order_id) filter (where a.currency <> :currency and %2$s) as others
                        from returns.return_authorization a
                        join returns.return_item i on i.tenant_id = a.tenant_id and i.return_id = a.id
                        where a.tenant_id = :tenant and %3$s
                        """.formatted(EARLIER, AUTOMATIC, shopper == null ? OF_THE_ORDER : "a.shopper_id = :who"))
                .param("tenant", TenantContext.current().value())
                .param("who", shopper == null ? order.id().value() : shopper.value())
                .param("at", Timestamp.from(at))
                .param("recent", Timestamp.from(at.minus(ShopperPast.NINETY_DAYS)))
                .param("since", Timestamp.from(since))
                .param("itself", itself)
                .param("currency", tenant.currency().getCurrencyCode())
                .query((row, _) -> new Counted(
                        row.getInt("recent"),
                        row.getInt("units"),
                        new AutomaticApprovals(
                                row.getInt("approvals"),
                                ShopAmount.of(row.getBigDecimal("approved"), tenant.currency())),
                        row.getArray("others") == null
                                ? List.of()
                                : List.of((UUID[]) row.getArray("others").getArray())))
                .single();
        var approved = new AutomaticApprovals(
                counted.approved.returns(), withOthers(counted, itself, since, tenant.currency()));
        if (shopper == null) {
            return new ShopperPast(null, null, 0, 0, approved);
        }
        return new ShopperPast(buyer.shopper(), buyer.history(), counted.recent, counted.units, approved);
    }

    private record Counted(int recent, int units, AutomaticApprovals approved, List<UUID> others) {}

    /** With what was approved of orders in other currencies, each at its own rate; null when one of them has none. */
    private @Nullable ShopAmount withOthers(Counted counted, @Nullable UUID itself, Instant since, Currency shop) {
        var sum = counted.approved.value();
        for (var id : counted.others) {
            var order = orders.find(new OrderId(id)).orElse(null);
            var part = order == null ? null : inShop(order, itself, since, shop);
            if (part == null || sum == null) {
                return null;
            }
            sum = sum.plus(part);
        }
        return sum;
    }

    private @Nullable ShopAmount inShop(Order order, @Nullable UUID itself, Instant since, Currency shop) {
        var value = jdbc.sql("""
                        select coalesce(sum(i.value_amount), 0)
                        from returns.return_authorization a
                        join returns.return_item i on i.tenant_id = a.tenant_id and i.return_id = a.id
                        where a.tenant_id = :tenant and a.order_id = :order and %s
                        """.formatted(AUTOMATIC))
                .param("tenant", TenantContext.current().value())
                .param("order", order.id().value())
                .param("since", Timestamp.from(since))
                .param("itself", itself)
                .query(BigDecimal.class)
                .single();
        return new CurrencyConversion(order.currency(), shop, order.exchangeRate())
                .toShop(Money.rounded(value, order.currency()))
                .orElse(null);
    }

    private static final String EARLIER = "a.requested_at < :at and i.decision not in ('CANCELED', 'EXPIRED')";
    /** Also what was approved after this return was first asked for: it may have waited for an answer meanwhile. */
    private static final String AUTOMATIC =
            "i.decision = 'APPROVED' and i.decided_by = 'POLICY' and i.decided_at >= :since"
                    + " and a.id is distinct from cast(:itself as uuid)";

    private static final String OF_THE_ORDER = "a.shopper_id is null and a.order_id = :who";
}
