package app.retour.orders.mapping;

import app.retour.kernel.Money;
import app.retour.orders.amounts.TaxMode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sums of an order from a file that nobody knows: whether its discount is in the lines already, the total shows.
 *
 * @param paid for each line, after all discounts
 */
record MappedSums(List<Money> paid, Money subtotal, Money total) {
    /**
     * What a file tells of the sums.
     *
     * @param lines after their own discounts
     * @param beside shipping, fees, duties, tips and rounding
     * @param total null: no column tells it
     * @param afterDiscounts whether the lines are told so
     */
    record Told(
            List<Money> lines,
            Money discount,
            Money beside,
            Money shippingTax,
            Money taxes,
            @Nullable Money total,
            TaxMode prices,
            boolean afterDiscounts) {}

    static MappedSums of(Told told) {
        var currency = told.taxes.currency();
        var net = Money.sum(currency, told.lines);
        var off = told.discount.min(net);
        var paid = off.isZero() || isIn(told, net, off) ? told.lines : less(told.lines, off);
        var subtotal = Money.sum(currency, paid);
        return new MappedSums(
                paid,
                subtotal,
                told.total != null
                        ? told.total
                        : subtotal.plus(told.beside)
                                .plus(told.prices == TaxMode.EXCLUDED ? told.taxes : Money.zero(currency)));
    }

    private static boolean isIn(Told told, Money net, Money off) {
        var total = told.total;
        if (total == null) {
            return told.afterDiscounts;
        }
        return fits(told, net, total) || told.afterDiscounts && !fits(told, net.minus(off), total);
    }

    /** Tax is in the prices, comes on top, or is in the goods' prices and not in the shipping's. */
    private static boolean fits(Told told, Money goods, Money total) {
        var rest = total.minus(goods).minus(told.beside);
        return rest.isZero() || rest.equals(told.taxes) || rest.equals(told.shippingTax);
    }

    private static List<Money> less(List<Money> lines, Money off) {
        var shares = off.allocate(lines.stream().map(Money::amount).toList());
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).minus(shares.get(i)))
                .toList();
    }
}
