package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order for sums, told in few words; paid by card unless said otherwise. */
public final class AnOrder {
    private final Currency currency;
    private final Map<UUID, OrderMoney.Line> lines = new LinkedHashMap<>();
    private final List<OrderMoney.Tender> tenders = new ArrayList<>();
    private final List<OrderMoney.Outside> outside = new ArrayList<>();
    private Boolean taxOnTop = false;
    private String shipping = "0";
    private String shippingTax = "0";
    private @Nullable String extras;
    private @Nullable String captured;
    private boolean unpaid;

    private AnOrder(String currency) {
        this.currency = Currency.getInstance(currency);
    }

    public static AnOrder inEuros() {
        return new AnOrder("EUR");
    }

    public static AnOrder in(String currency) {
        return new AnOrder(currency);
    }

    /** Nothing was given back of an order yet. */
    public static EarlierRefunds nothingBefore(Currency currency) {
        return new EarlierRefunds(currency, List.of(), List.of(), List.of());
    }

    public static UUID line(int number) {
        return new UUID(7, number);
    }

    public AnOrder taxOnTop() {
        taxOnTop = true;
        return this;
    }

    /** Lines have the numbers 1, 2 … in the order told. */
    public AnOrder line(int units, String paid) {
        return line(units, paid, "0");
    }

    public AnOrder line(int units, String paid, String tax) {
        return line(units, paid, tax, null);
    }

    public AnOrder line(int units, String paid, String tax, @Nullable String rate) {
        lines.put(
                line(lines.size() + 1),
                new OrderMoney.Line(units, money(paid), money(tax), false, rate == null ? null : new BigDecimal(rate)));
        return this;
    }

    public AnOrder giftCard(String paid) {
        lines.put(line(lines.size() + 1), new OrderMoney.Line(1, money(paid), money("0"), true, null));
        return this;
    }

    public AnOrder shipping(String amount) {
        return shipping(amount, "0");
    }

    public AnOrder shipping(String amount, String tax) {
        shipping = amount;
        shippingTax = tax;
        return this;
    }

    /** Tips, payment fees, duties, rounding: part of the total, and of nothing else. */
    public AnOrder extras(String amount) {
        extras = amount;
        return this;
    }

    public AnOrder captured(String amount) {
        captured = amount;
        return this;
    }

    public AnOrder unpaid() {
        unpaid = true;
        captured = "0";
        return this;
    }

    public AnOrder giftCardPaid(String amount) {
        tenders.add(new OrderMoney.Tender("gift", "Gift card", true, true, money(amount)));
        return this;
    }

    public AnOrder cardPaid(String amount) {
        tenders.add(new OrderMoney.Tender("card", "Visa", false, true, money(amount)));
        return this;
    }

    public AnOrder outsideGoods(int line, int units, String amount) {
        return outside(OrderMoney.Outside.Kind.GOODS, line(line), units, amount, null);
    }

    public AnOrder outsideShipping(String amount) {
        return outside(OrderMoney.Outside.Kind.SHIPPING, null, 0, amount, null);
    }

    AnOrder outsideUnexplained(String amount) {
        return outside(OrderMoney.Outside.Kind.UNEXPLAINED, null, 0, amount, null);
    }

    AnOrder outside(
            OrderMoney.Outside.Kind kind, @Nullable UUID line, int units, String amount, @Nullable String tender) {
        outside.add(new OrderMoney.Outside(kind, line, units, money(amount), tender));
        return this;
    }

    public OrderMoney bought() {
        var onTop = Boolean.TRUE.equals(taxOnTop);
        var total = money(shipping).plus(onTop ? money(shippingTax) : money("0"));
        for (var line : lines.values()) {
            total = total.plus(line.paid()).plus(onTop ? line.tax() : money("0"));
        }
        if (extras != null) {
            total = total.plus(money(extras));
        }
        return new OrderMoney(
                currency,
                taxOnTop,
                true,
                unpaid,
                money(shipping),
                money(shippingTax),
                total,
                captured == null ? total : money(captured),
                List.copyOf(outside),
                lines,
                tenders.isEmpty()
                        ? List.of(new OrderMoney.Tender("card", "Visa", false, true, null))
                        : List.copyOf(tenders));
    }

    private Money money(String amount) {
        return new Money(new BigDecimal(amount), currency);
    }
}
