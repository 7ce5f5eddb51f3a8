package app.retour.orders;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of an order, checked: lines = subtotal, and subtotal + shipping + duties and tips (+ taxes where they come on
 * top) = total.
 * Which of the two totals fits also tells whether prices include tax. Sums that fit only with a shipping below nothing do
 * not fit: a discount went unseen.
 *
 * @param lineTaxes for each line, in order
 */
record OrderSums(
        Money subtotal,
        Money shipping,
        Money taxes,
        Money total,
        TaxMode taxMode,
        boolean reconciles,
        List<Money> lineTaxes) {

    /** @param tax null: to be found out */
    record Line(Money paid, @Nullable Money tax) {}

    /**
     * @param subtotal null: the sum of the lines
     * @param extras duties and tips: part of the total, not of the order value
     * @param told what the source says of tax; null or UNKNOWN: found out
     */
    static OrderSums check(
            List<Line> lines,
            @Nullable Money subtotal,
            Money shipping,
            Money taxes,
            Money extras,
            Money total,
            @Nullable TaxMode told) {
        var currency = total.currency();
        var paid = Money.sum(currency, lines.stream().map(Line::paid).toList());
        var value = subtotal == null ? paid : subtotal;
        var mode = mode(value.plus(shipping).plus(extras), taxes, total, told);
        return new OrderSums(
                value,
                shipping,
                taxes,
                total,
                mode,
                mode != TaxMode.UNKNOWN && paid.equals(value) && !shipping.isNegative(),
                lineTaxes(currency, lines, mode == TaxMode.EXCLUDED ? Money.zero(currency) : shipping, taxes));
    }

    private static TaxMode mode(Money beforeTax, Money taxes, Money total, @Nullable TaxMode told) {
        var included = beforeTax.equals(total);
        var excluded = beforeTax.plus(taxes).equals(total);
        if (told == TaxMode.EXCLUDED && excluded) {
            return TaxMode.EXCLUDED;
        }
        if (included && told != TaxMode.EXCLUDED) {
            return TaxMode.INCLUDED;
        }
        return excluded && told != TaxMode.INCLUDED ? TaxMode.EXCLUDED : TaxMode.UNKNOWN;
    }

    /**
     * Shares out what no line's own tax accounts for. Included tax is partly the shipping's; where tax comes on top and
     * nobody says of what, the lines carry all of it, so that a full return gives all of it back.
     */
    private static List<Money> lineTaxes(Currency currency, List<Line> lines, Money shipping, Money taxes) {
        var zero = Money.zero(currency);
        var weights = new ArrayList<BigDecimal>();
        var rest = taxes;
        for (var line : lines) {
            weights.add(line.tax == null ? line.paid.max(zero).amount() : BigDecimal.ZERO);
            rest = line.tax == null ? rest : rest.minus(line.tax);
        }
        weights.add(shipping.max(zero).amount());
        var untold = weights.stream().anyMatch(weight -> weight.signum() > 0);
        var shares = rest.isPositive() && untold ? rest.allocate(weights) : List.<Money>of();
        var result = new ArrayList<Money>();
        for (var i = 0; i < lines.size(); i++) {
            var own = lines.get(i).tax;
            result.add(own != null ? own : shares.isEmpty() ? zero : shares.get(i));
        }
        return List.copyOf(result);
    }
}
