package app.retour.orders.amounts;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose the taxes of an order are: each line's, and the shipping's. What is told stays; the rest is shared out so that the
 * parts sum to the whole. Told rates say how; without them a part's share is as its price.
 *
 * @param lines for each line, in order
 * @param rest what is nobody's: of what was told, more or less than there is
 */
record TaxShares(List<Money> lines, Money shipping, Money rest) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static TaxShares of(List<OrderSums.Line> lines, OrderSums.Shipping shipping, Money taxes, boolean onTop) {
        var left = taxes;
        for (var line : lines) {
            left = line.tax() == null ? left : left.minus(line.tax());
        }
        left = shipping.tax() == null ? left : left.minus(shipping.tax());
        var weights = weights(lines, shipping, left, onTop);
        var shares = left.isPositive() && weights.stream().anyMatch(weight -> weight.signum() > 0)
                ? left.allocate(weights)
                : weights.stream().map(_ -> Money.zero(taxes.currency())).toList();
        var ofLines = new ArrayList<Money>();
        for (var i = 0; i < lines.size(); i++) {
            var own = lines.get(i).tax();
            ofLines.add(own == null ? shares.get(i) : own);
        }
        return new TaxShares(
                List.copyOf(ofLines),
                shipping.tax() == null ? shares.getLast() : shipping.tax(),
                left.minus(Money.sum(taxes.currency(), shares)));
    }

    /** For each line, then for the shipping; nothing for what has its own. */
    private static List<BigDecimal> weights(
            List<OrderSums.Line> lines, OrderSums.Shipping shipping, Money left, boolean onTop) {
        var open = lines.stream().filter(line -> line.tax() == null).toList();
        var byRate = !open.isEmpty() && open.stream().allMatch(line -> line.taxRate() != null);
        var weights = new ArrayList<BigDecimal>();
        for (var line : lines) {
            weights.add(
                    line.tax() != null
                            ? BigDecimal.ZERO
                            : byRate ? taxOf(line.paid(), line.taxRate(), onTop) : positive(line.paid()));
        }
        weights.add(
                shipping.tax() != null
                        ? BigDecimal.ZERO
                        : byRate ? ofShipping(open, shipping.price(), left, onTop) : positive(shipping.price()));
        return weights;
    }

    /**
     * The rates of the lines say what their tax is. Is that all there is, the shipping bears none; do all of it and the
     * shipping, at one of these rates, make the whole, it bears that; else what the lines leave, as shops do that share
     * rates out over the shipping.
     */
    private static BigDecimal ofShipping(List<OrderSums.Line> open, Money price, Money left, boolean onTop) {
        var ofLines = open.stream()
                .map(line -> taxOf(line.paid(), line.taxRate(), onTop))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var beyond = left.amount().subtract(ofLines);
        var coin = Money.ofMinorUnits(1, left.currency()).amount();
        var blur = coin.multiply(BigDecimal.valueOf(open.size() + 1L)).divide(BigDecimal.TWO);
        var nearest = BigDecimal.ZERO;
        for (var line : open) {
            var tax = taxOf(price, line.taxRate(), onTop);
            if (beyond.subtract(tax).abs().compareTo(beyond.subtract(nearest).abs()) < 0) {
                nearest = tax;
            }
        }
        return beyond.subtract(nearest).abs().compareTo(blur) <= 0
                ? nearest
                : beyond.max(BigDecimal.ZERO).min(positive(price));
    }

    private static BigDecimal taxOf(Money price, @Nullable BigDecimal rate, boolean onTop) {
        return rate == null || rate.signum() <= 0
                ? BigDecimal.ZERO
                : positive(price).multiply(rate).divide(onTop ? HUNDRED : HUNDRED.add(rate), MathContext.DECIMAL64);
    }

    private static BigDecimal positive(Money money) {
        return money.amount().max(BigDecimal.ZERO);
    }
}
