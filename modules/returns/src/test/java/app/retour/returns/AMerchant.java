package app.retour.returns;

import app.retour.api.Caller;
import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.orders.OrderUpsert;
import app.retour.orders.Orders;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.rules.policy.Resolution;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A fresh merchant, their orders and rules, for tests. */
@Component
public class AMerchant {
    public static final Actor SHOPPER = Actor.of(Actor.Kind.SHOPPER);
    public static final Actor CLERK = new Actor(Actor.Kind.STAFF, "11111111-1111-7111-8111-111111111111");
    public static final Map<String, Object> APPROVE_ALL = Map.of(
            "name", "all", "when", Map.of("all", List.of()), "then", Map.of("decision", Map.of("outcome", "APPROVE")));
    private final Tenants tenants;
    private final Orders orders;
    private final PolicyDrafts policies;

    AMerchant(Tenants tenants, Orders orders, PolicyDrafts policies) {
        this.tenants = tenants;
        this.orders = orders;
        this.policies = policies;
    }

    public TenantId opens() {
        return tenants.open(NewTenant.of(
                "Shop", "s" + UUID.randomUUID().toString().substring(0, 12), "EUR", "Europe/Berlin", "en"));
    }

    /** As this caller, of whatever kind. */
    public static <T> T as(Caller caller, Supplier<T> action) {
        return TenantContext.callAs(caller.requireTenant(), () -> caller.call(action));
    }

    /** As a member of the team of that merchant. */
    public static <T> T as(TenantId tenant, Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, UUID.fromString("11111111-1111-7111-8111-111111111111"), Set.of())
                        .call(action));
    }

    @SafeVarargs
    public final void publishes(Map<String, Object>... rules) {
        policies.save(0, Arrays.asList((Object[]) rules));
        policies.publish(policies.analysed(1), "for a test");
    }

    /** Shirts at 30.00 each, delivered so many days ago, paid by card. */
    public Order sold(int shirts, int daysAgo) {
        return sold(daysAgo, shirts(shirts));
    }

    /** The same, sent to a consumer in a country. */
    public Order sold(int shirts, int daysAgo, String country) {
        return sold(daysAgo, country, shirts(shirts));
    }

    private static OrderUpsert.LineUpsert shirts(int shirts) {
        return shirts(shirts, shirts);
    }

    private static OrderUpsert.LineUpsert shirts(int shirts, int sent) {
        return new OrderUpsert.LineUpsert(
                "l1",
                "SHIRT-M",
                "Linen shirt",
                "M",
                shirts,
                sent,
                new BigDecimal("30.00"),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                200);
    }

    public Order sold(int daysAgo, OrderUpsert.LineUpsert... lines) {
        return sold(daysAgo, null, lines);
    }

    /** The same, to somebody who gave no e-mail. */
    public Order soldToGuest(int shirts, int daysAgo) {
        return soldTo(null, daysAgo, null, shirts(shirts));
    }

    private Order sold(int daysAgo, @Nullable String country, OrderUpsert.LineUpsert... lines) {
        return soldTo("ada@example.com", daysAgo, country, lines);
    }

    /** Shirts as ever, sent for this much. */
    public Order soldWithShipping(int shirts, int daysAgo, String shipping, Payment payment) {
        return soldTo(
                "ada@example.com",
                daysAgo,
                null,
                new Bill("EUR", null, new BigDecimal(shipping), payment),
                shirts(shirts));
    }

    /** Shirts at 30.00 each of another currency. */
    public Order soldIn(String currency, @Nullable BigDecimal rate, int shirts, int daysAgo) {
        return soldTo(
                "ada@example.com",
                daysAgo,
                null,
                new Bill(currency, rate, BigDecimal.ZERO, Payment.PAID),
                shirts(shirts));
    }

    private Order soldTo(
            @Nullable String email, int daysAgo, @Nullable String country, OrderUpsert.LineUpsert... lines) {
        return soldTo(email, daysAgo, country, Bill.IN_EUROS, lines);
    }

    private Order soldTo(
            @Nullable String email, int daysAgo, @Nullable String country, Bill bill, OrderUpsert.LineUpsert... lines) {
        // By the shop's calendar: late in the evening, days of 24 hours lead across a change of clocks to another day.
        var delivered = Instant.now()
                .atZone(ZoneId.of("Europe/Berlin"))
                .minusDays(daysAgo)
                .toInstant();
        return told(UUID.randomUUID().toString(), email, delivered, delivered, country, bill, lines);
    }

    /** Shirts to a consumer in Germany, as told once more: some of them sent, and perhaps delivered. */
    public Order tells(String id, int shirts, int sent, Instant fulfilled, @Nullable Instant delivered) {
        return told(
                id,
                "ada@example.com",
                fulfilled.plus(Duration.ofDays(2)),
                delivered,
                "DE",
                Bill.IN_EUROS,
                shirts(shirts, sent));
    }

    private Order told(
            String id,
            @Nullable String email,
            Instant around,
            @Nullable Instant delivered,
            @Nullable String country,
            Bill bill,
            OrderUpsert.LineUpsert... lines) {
        var total = Arrays.stream(lines)
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(bill.shipping, BigDecimal::add);
        return orders.upsert(new OrderUpsert(
                id,
                "#" + id.substring(0, 8),
                email,
                email == null ? null : "Ada Example",
                null,
                around.minus(Duration.ofDays(4)),
                around.minus(Duration.ofDays(2)),
                delivered,
                null,
                Currency.getInstance(bill.currency),
                bill.rate,
                null,
                null,
                OrderUpsert.Charges.ofShipping(bill.shipping),
                BigDecimal.ZERO,
                total,
                TaxMode.INCLUDED,
                bill.payment,
                null,
                null,
                List.of(),
                List.of(),
                country,
                null,
                null,
                null,
                List.of(new OrderUpsert.TenderUpsert("card", Tender.Kind.CARD, total, "Visa")),
                null,
                null,
                List.of(lines),
                null));
    }

    private record Bill(String currency, @Nullable BigDecimal rate, BigDecimal shipping, Payment payment) {
        static final Bill IN_EUROS = new Bill("EUR", null, BigDecimal.ZERO, Payment.PAID);
    }

    public static ReturnRequest wants(Order order, int units, String reason) {
        return new ReturnRequest(
                order.id().value(),
                List.of(new ReturnRequest.Item(
                        order.lines().getFirst().id().value(),
                        units,
                        reason,
                        null,
                        Resolution.REFUND,
                        null,
                        List.of())));
    }
}
