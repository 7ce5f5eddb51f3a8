package app.retour.api;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;

/** An amount as a caller gives it. */
public record MoneyInput(BigDecimal amount, String currencyCode) {
    /** @throws Refusal INVALID for an unknown currency or more decimals than it has */
    public Money toMoney(String... field) {
        try {
            return Money.of(amount.toPlainString(), currencyCode);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "%s %s is no amount: give an ISO 4217 currency and no more decimals than it has"
                            .formatted(amount.toPlainString(), currencyCode),
                    field);
        }
    }
}
