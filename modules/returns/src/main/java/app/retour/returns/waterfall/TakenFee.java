package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import app.retour.rules.policy.Fee;
import java.math.BigDecimal;

/** What is kept back of an item's worth: a rate of it, or an amount that is in the order's own currency. */
public sealed interface TakenFee {
    record Nothing() implements TakenFee {}

    record Rate(BigDecimal percent, Fee.Per per) implements TakenFee {}

    record Flat(Money amount, Fee.Per per) implements TakenFee {}

    default boolean isPerReturn() {
        return switch (this) {
            case Nothing _ -> false;
            case Rate rate -> rate.per() == Fee.Per.RETURN;
            case Flat flat -> flat.per() == Fee.Per.RETURN;
        };
    }

    /** Never more than these units are worth. */
    default Money of(Money worth, int units) {
        return switch (this) {
            case Nothing _ -> Money.zero(worth.currency());
            case Rate rate -> worth.percent(rate.percent()).min(worth);
            case Flat flat ->
                flat.amount().times(flat.per() == Fee.Per.UNIT ? units : 1).min(worth);
        };
    }
}
