package app.retour.orders.amounts;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of an order, checked: lines = subtotal, and subtotal + shipping + extras (+ taxes where they come on top) = total.
 * Which of the two totals fits also tells whether prices include tax. Sums that fit only with a shipping below nothing do
 * not fit: a discount went unseen. Nor do taxes that their told parts miss by more than each part's rounding.
 *
 * @param linesPaid for each line, in order
 * @param lineTaxes for each line, in order
 */
public record OrderSums(
        Money subtotal,
        Money shipping,
        Money shippingTax,
        Money taxes,
        Money total,
        TaxMode taxMode,
        boolean reconciles,
        List<Money> linesPaid,
        List<Money> lineTaxes) {

    /**
     * @param tax null: to be found out
     * @param taxRate percent; null: not told
     */
    public record Line(
            Money paid, @Nullable Money tax, @Nullable BigDecimal taxRate) {}

    /** @param tax null: to be found out */
    public record Shipping(Money price, @Nullable Money tax) {}

    /**
     * @param subtotal null: the sum of the lines
     * @param extras part of the total, not of the order value
     * @param taxable what of the extras may bear tax that no line and no shipping bears
     * @param told what the source says of tax; null or UNKNOWN: found out
     */
    public static OrderSums check(
            List<Line> lines,
            @Nullable Money subtotal,
            Shipping shipping,
            Money taxes,
            Money extras,
            Money taxable,
            Money total,
            @Nullable TaxMode told) {
        var currency = total.currency();
        var paid = Money.sum(currency, lines.stream().map(Line::paid).toList());
        var value = subtotal == null ? paid : subtotal;
        var mode = mode(value.plus(shipping.price).plus(extras), taxes, total, told);
        var shares = TaxShares.of(lines, shipping, taxes, mode == TaxMode.EXCLUDED);
        var rounding = Money.ofMinorUnits(lines.size() + 1L, currency);
        return new OrderSums(
                value,
                shipping.price,
                shares.shipping(),
                taxes,
                total,
                mode,
                mode != TaxMode.UNKNOWN
                        && paid.equals(value)
                        && !shipping.price.isNegative()
                        && shares.rest().compareTo(rounding.negated()) >= 0
                        && shares.rest().compareTo(rounding.plus(taxable)) <= 0,
                lines.stream().map(Line::paid).toList(),
                shares.lines());
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
}
