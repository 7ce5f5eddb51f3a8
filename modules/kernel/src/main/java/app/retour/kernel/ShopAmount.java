package app.retour.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount that the merchant set, or that is counted, in the shop's own currency: a fee, a limit, a cap. It is no
 * {@link Money} of an order and cannot be added to any: it becomes that only by the order's {@link CurrencyConversion}.
 */
public record ShopAmount(Money money) implements Comparable<ShopAmount> {
    /** The nearest amount the shop's currency can express, halves up. */
    public static ShopAmount of(BigDecimal amount, Currency shop) {
        return new ShopAmount(Money.rounded(amount, shop));
    }

    public Currency currency() {
        return money.currency();
    }

    public ShopAmount plus(ShopAmount other) {
        return new ShopAmount(money.plus(other.money));
    }

    public boolean isPositive() {
        return money.isPositive();
    }

    @Override
    public int compareTo(ShopAmount other) {
        return money.compareTo(other.money);
    }

    @Override
    public String toString() {
        return money.toString();
    }
}
