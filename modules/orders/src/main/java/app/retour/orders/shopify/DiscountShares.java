package app.retour.orders.shopify;

import app.retour.kernel.Money;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order's discount, shared out over its lines. Shopify's {@code Discount Amount} may count the discounts of the lines
 * once more, and may hold a discount on shipping; only what the subtotal shows to be left is shared out.
 *
 * @param paid for each line, after all discounts
 * @param offShipping what of the discount went to the shipping
 */
record DiscountShares(List<Money> paid, Money offShipping) {
    /** @param listed list price times quantity */
    record Line(Money listed, Money ownDiscount) {
        Money net() {
            return listed.minus(ownDiscount.min(listed));
        }
    }

    /** What cannot be explained is shared out as far as it goes, so that the lines do not meet the subtotal. */
    static DiscountShares of(List<Line> lines, Money discount, Money subtotal, Money shipping) {
        var currency = subtotal.currency();
        var zero = Money.zero(currency);
        var ownDiscounts =
                Money.sum(currency, lines.stream().map(Line::ownDiscount).toList());
        var net = Money.sum(currency, lines.stream().map(Line::net).toList());
        var wanted = net.minus(subtotal);
        var beyondLines = discount.minus(ownDiscounts).max(zero);
        var offShipping = beyondLines.minus(wanted);
        if (wanted.isNegative() || wanted.compareTo(discount) > 0) {
            return share(lines, beyondLines.min(net), zero);
        }
        if (wanted.equals(discount) || offShipping.isZero()) {
            return share(lines, wanted, zero);
        }
        return offShipping.isPositive() && (shipping.isZero() || offShipping.compareTo(shipping) <= 0)
                ? share(lines, wanted, offShipping)
                : share(lines, beyondLines.min(net), zero);
    }

    private static DiscountShares share(List<Line> lines, Money rest, Money offShipping) {
        var shares =
                rest.allocate(lines.stream().map(line -> line.net().amount()).toList());
        return new DiscountShares(
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).net().minus(shares.get(i)))
                        .toList(),
                offShipping);
    }
}
