package app.retour.orders.amounts;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What one unit costs by the list, which may be finer than the currency's smallest coin: 8.2645 EUR. Never what was paid;
 * that is {@link Money}.
 *
 * @param amount at least with the currency's own decimals
 */
public record UnitPrice(BigDecimal amount, Currency currency) {
    public UnitPrice {
        var plain = amount.stripTrailingZeros();
        amount = plain.setScale(Math.max(plain.scale(), Math.max(0, currency.getDefaultFractionDigits())));
    }

    public static UnitPrice of(Money price) {
        return new UnitPrice(price.amount(), price.currency());
    }

    /** What so many units cost by the list, as fine as it comes. */
    public BigDecimal times(int quantity) {
        return amount.multiply(BigDecimal.valueOf(quantity));
    }

    /** The nearest amount the currency can express, halves up; to show, not to reckon with. */
    public Money rounded() {
        return Money.rounded(amount, currency);
    }
}
