package app.retour.rules.policy;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the merchant keeps back; never more than was paid, which whoever computes refunds sees to. */
public sealed interface Fee {
    /** No fee: the default, and what a rule says to waive one that a later rule would charge. */
    record Waived() implements Fee {}

    record Flat(Money amount, Per per) implements Fee {}

    /** @param rate above 0, at most 100; of the unit's, the item's or the return's value */
    record Percent(BigDecimal rate, Per per) implements Fee {
        public Percent {
            rate = rate.setScale(Math.max(0, rate.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
        }
    }

    /** How often it is charged. Per return: once for the whole return, the highest, split over its items by value. */
    enum Per {
        UNIT,
        ITEM,
        RETURN
    }

    default boolean isCharged() {
        return !(this instanceof Waived);
    }
}
