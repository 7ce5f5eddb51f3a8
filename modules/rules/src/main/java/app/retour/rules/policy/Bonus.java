package app.retour.rules.policy;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Extra credit for choosing store credit. */
public sealed interface Bonus {
    record Flat(Money amount) implements Bonus {}

    /** @param rate above 0, at most 100; of the item's refund */
    record Percent(BigDecimal rate) implements Bonus {
        public Percent {
            rate = rate.setScale(Math.max(0, rate.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
        }
    }
}
