package app.retour.portal;

import java.math.BigDecimal;

/** An amount as the schema tells it. */
public record Amount(BigDecimal amount, String currencyCode) {
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    Amount plus(Amount other) {
        return new Amount(amount.add(other.amount), currencyCode);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }
}
