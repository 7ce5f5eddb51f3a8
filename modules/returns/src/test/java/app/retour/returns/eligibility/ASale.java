package app.retour.returns.eligibility;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.amounts.UnitPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as a source told it, as much of it as a test wants to say; the rest nobody told. */
public final class ASale {
    private final Currency currency;
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private Instant placed = Instant.parse("2026-10-01T10:00:00Z");
    private @Nullable Instant fulfilled;
    private @Nullable Instant delivered;
    private @Nullable Instant canceled;
    private @Nullable BigDecimal rate;
    private @Nullable List<String> tags;
    private @Nullable String country;
    private @Nullable Boolean business;

    private ASale(String currency) {
        this.currency = Currency.getInstance(currency);
    }

    public static ASale inEuros() {
        return new ASale("EUR");
    }

    public static ASale in(String currency) {
        return new ASale(currency);
    }

    public ASale to(@Nullable String shippingCountry) {
        country = shippingCountry;
        return this;
    }

    public ASale ofBusiness(@Nullable Boolean told) {
        business = told;
        return this;
    }

    public ASale placed(String at) {
        placed = Instant.parse(at);
        return this;
    }

    public ASale fulfilled(String at) {
        fulfilled = Instant.parse(at);
        return this;
    }

    public ASale delivered(String at) {
        delivered = Instant.parse(at);
        return this;
    }

    public ASale canceled() {
        canceled = placed;
        return this;
    }

    public ASale tagged(String... told) {
        tags = List.of(told);
        return this;
    }

    /** Units of the shop's currency for one of the order's. */
    public ASale rate(String told) {
        rate = new BigDecimal(told);
        return this;
    }

    public ASale paidBy(Tender.Kind... kinds) {
        for (var kind : kinds) {
            tenders.add(new Tender(kind + "-" + tenders.size(), kind, null, "Means"));
        }
        return this;
    }

    /** All its units are sent. */
    public ASale line(int units, String paid) {
        return line(units, units, paid);
    }

    public ASale line(int units, int sent, String paid) {
        return line(units, sent, paid, paid, false);
    }

    public ASale giftCard(int sent) {
        return line(1, sent, "50.00", "50.00", true);
    }

    /** @param list the line's price before discounts */
    public ASale line(int units, int sent, String paid, String list, boolean giftCard) {
        var one = Money.rounded(
                new BigDecimal(list).divide(BigDecimal.valueOf(Math.max(1, units)), MathContext.DECIMAL64), currency);
        lines.add(new OrderLine(
                new OrderLineId(UUID.randomUUID()),
                "SKU-" + (lines.size() + 1),
                "Thing " + (lines.size() + 1),
                null,
                null,
                null,
                null,
                units,
                sent,
                UnitPrice.of(one),
                new Money(new BigDecimal(paid), currency),
                Money.zero(currency),
                null,
                giftCard,
                null,
                "Maker",
                "Shirt",
                List.of("summer"),
                200));
        return this;
    }

    public Order told() {
        var goods = Money.sum(currency, lines.stream().map(OrderLine::paid).toList());
        return new Order(
                new OrderId(UUID.randomUUID()),
                null,
                "#1001",
                null,
                placed,
                fulfilled,
                delivered,
                canceled,
                currency,
                rate,
                goods,
                OrderCharges.none(currency),
                Money.zero(currency),
                goods,
                TaxMode.INCLUDED,
                true,
                Payment.PAID,
                Money.zero(currency),
                List.of(),
                tags,
                null,
                country,
                null,
                null,
                business,
                List.copyOf(tenders),
                List.copyOf(lines));
    }
}
