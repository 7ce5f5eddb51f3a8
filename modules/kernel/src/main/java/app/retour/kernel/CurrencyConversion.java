package app.retour.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How amounts of an order and amounts of the shop meet: one to one in the same currency, at the order's own rate in
 * another, and not at all where nobody told one. What comes out is rounded once, halves up.
 *
 * @param rate units of the shop's currency for one of the order's; null when nobody told it, or none is needed
 */
public record CurrencyConversion(
        Currency order, Currency shop, @Nullable BigDecimal rate) {
    public CurrencyConversion {
        if (rate != null && rate.signum() <= 0) {
            throw new IllegalArgumentException("A rate is above 0: " + rate);
        }
        rate = order.equals(shop) ? null : rate;
    }

    /** What an amount of the shop's is in the order's currency; empty when nobody knows. */
    public Optional<Money> toOrder(ShopAmount set) {
        requireSame(shop, set.currency());
        if (order.equals(shop)) {
            return Optional.of(set.money());
        }
        return Optional.ofNullable(rate)
                .map(known -> set.money().amount().divide(known, digits(order), RoundingMode.HALF_UP))
                .map(amount -> new Money(amount, order));
    }

    /** What an amount of the order's is in the shop's currency; empty when nobody knows. */
    public Optional<ShopAmount> toShop(Money ofOrder) {
        requireSame(order, ofOrder.currency());
        if (order.equals(shop)) {
            return Optional.of(new ShopAmount(ofOrder));
        }
        return Optional.ofNullable(rate)
                .map(known -> ShopAmount.of(ofOrder.amount().multiply(known), shop));
    }

    private static void requireSame(Currency wanted, Currency given) {
        if (!wanted.equals(given)) {
            throw new IllegalArgumentException("%s is not %s".formatted(given, wanted));
        }
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
