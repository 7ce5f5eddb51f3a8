package app.retour.returns.waterfall;

import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of a return, as far as it has come by now. Refunds are reckoned over all of a return's items, each time from
 * the start, less what was given back already: so it does not matter in how many parts they come, and in which order.
 *
 * @param units that are to be given back by now, those that were given back before included
 * @param mayCome that may be given back in the end, those of now included: while some may still come, the item counts
 *     already for what is reckoned once per return
 * @param fee what is taken of what the rules said, in the order's currency; never more is taken than the units are worth
 * @param wayBack who pays for it; null when the item does not travel
 */
public record RefundableItem(
        UUID item,
        UUID orderLine,
        String title,
        int units,
        int mayCome,
        TakenFee fee,
        @Nullable ReturnShipping wayBack,
        ReasonGroup reason) {

    public RefundableItem {
        if (units < 0 || mayCome < units) {
            throw new IllegalArgumentException("%d of %d units".formatted(units, mayCome));
        }
    }

    public boolean takesPart() {
        return mayCome > 0;
    }
}
