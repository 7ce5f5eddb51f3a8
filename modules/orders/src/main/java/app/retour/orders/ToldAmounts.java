package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.OrderDiscount;
import app.retour.orders.amounts.OrderSums;
import app.retour.orders.amounts.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs once a source has told it, exact, with what stays known of before.
 *
 * @param shippingTaxTold somebody said so; it was not found out
 */
record ToldAmounts(OrderSums sums, OrderCharges charges, boolean shippingTaxTold, Money refundedOutside) {
    /**
     * @param explainedBefore what was known of the refunds outside
     * @param explained what is known of them now
     * @throws Refusal INVALID with the path of an amount that the currency cannot express
     */
    static ToldAmounts of(
            @Nullable OrderRow before, BigDecimal explainedBefore, BigDecimal explained, OrderUpsert told) {
        var of = new Source(before, told.currency());
        var costs = told.charges();
        var shipping = of.told(costs.shipping(), OrderRow::shipping, "shipping");
        var taxes = taxes(of, told);
        var known = costs.shippingTax() == null
                        && before != null
                        && before.shippingTaxTold()
                        && before.shipping().compareTo(shipping.amount()) == 0
                        && before.taxes().compareTo(taxes.amount()) == 0
                ? before.shippingTax()
                : costs.shippingTax();
        var paymentFee = of.told(costs.paymentFee(), OrderRow::paymentFee, "paymentFee");
        var duties = of.told(costs.duties(), OrderRow::duties, "duties");
        var tips = of.told(costs.tips(), OrderRow::tips, "tips");
        var rounding = of.told(costs.rounding(), OrderRow::rounding, "rounding");
        var sums = OrderSums.check(
                lines(of, told),
                told.subtotal() == null ? null : of.exact(told.subtotal(), "subtotal"),
                new OrderSums.Shipping(shipping, known == null ? null : of.exact(known, "shippingTax")),
                taxes,
                paymentFee.plus(duties).plus(tips).plus(rounding),
                paymentFee.plus(duties).plus(tips),
                of.exact(told.total(), "total"),
                told.taxMode());
        return new ToldAmounts(
                sums,
                new OrderCharges(shipping, sums.shippingTax(), paymentFee, duties, tips, rounding),
                known != null,
                refundedOutside(of, explainedBefore, explained, told));
    }

    /** Where only the parts are told, what they sum to. */
    private static Money taxes(Source of, OrderUpsert told) {
        var parts = new ArrayList<Money>();
        for (var i = 0; i < told.lines().size(); i++) {
            var tax = told.lines().get(i).tax();
            if (tax != null) {
                parts.add(of.exact(tax, "lines", String.valueOf(i), "tax"));
            }
        }
        if (told.charges().shippingTax() != null) {
            parts.add(of.exact(told.charges().shippingTax(), "shippingTax"));
        }
        var sum = Money.sum(of.currency, parts);
        return told.taxes() == null && sum.isPositive() ? sum : of.told(told.taxes(), OrderRow::taxes, "taxes");
    }

    /**
     * At least what is explained of it: a source that knows less does not raise what may still be given back. But what was
     * explained to the last cent, and is told once more, is what it is told to be now.
     */
    private static Money refundedOutside(
            Source of, BigDecimal explainedBefore, BigDecimal explained, OrderUpsert told) {
        var least = of.exact(explained, "outsideRefunds");
        var whole = of.told(
                told.refundedOutside(),
                known ->
                        told.outsideRefunds() != null && known.refundedOutside().compareTo(explainedBefore) == 0
                                ? BigDecimal.ZERO
                                : known.refundedOutside(),
                "refundedOutside");
        if (told.outsideRefunds() != null && told.refundedOutside() != null && whole.compareTo(least) < 0) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "This is less than the outside refunds sum to, %s; leave it out or tell all of it".formatted(least),
                    "refundedOutside");
        }
        return whole.max(least);
    }

    private static List<OrderSums.Line> lines(Source of, OrderUpsert told) {
        var paid = OrderDiscount.takenOff(
                told.discount(),
                told.currency(),
                paid(of, told),
                told.lines().stream()
                        .map(line -> Boolean.TRUE.equals(line.giftCard()))
                        .toList());
        var lines = new ArrayList<OrderSums.Line>();
        for (var i = 0; i < paid.size(); i++) {
            var line = told.lines().get(i);
            lines.add(new OrderSums.Line(
                    paid.get(i),
                    line.tax() == null ? null : of.exact(line.tax(), "lines", String.valueOf(i), "tax"),
                    line.taxRate()));
        }
        return lines;
    }

    private static List<Money> paid(Source of, OrderUpsert told) {
        var paid = new ArrayList<Money>();
        for (var i = 0; i < told.lines().size(); i++) {
            var line = told.lines().get(i);
            var place = String.valueOf(i);
            paid.add(
                    line.paid() == null
                            ? of.listed(new UnitPrice(line.unitPrice(), of.currency).times(line.quantity()), place)
                            : of.exact(line.paid(), "lines", place, "paid"));
        }
        return paid;
    }

    private record Source(@Nullable OrderRow before, Currency currency) {
        Money told(@Nullable BigDecimal told, Function<OrderRow, BigDecimal> known, String field) {
            var kept = before == null ? BigDecimal.ZERO : known.apply(before);
            return exact(Objects.requireNonNullElse(told, kept), field);
        }

        Money exact(BigDecimal amount, String... field) {
            try {
                return new Money(amount, currency);
            } catch (IllegalArgumentException tooPrecise) {
                throw new Refusal(
                        ErrorCode.INVALID,
                        "%s has %d decimals, this amount has more"
                                .formatted(currency, Math.max(0, currency.getDefaultFractionDigits())),
                        field);
            }
        }

        Money listed(BigDecimal amount, String place) {
            try {
                return new Money(amount, currency);
            } catch (IllegalArgumentException tooPrecise) {
                throw new Refusal(
                        ErrorCode.REQUIRED,
                        "Say what was paid for this line: its list price times its quantity is finer than %s can be"
                                .formatted(currency),
                        "lines",
                        place,
                        "paid");
            }
        }
    }
}
