package app.retour.returns.eligibility;

import app.retour.kernel.Money;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.rules.policy.Resolution;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as asked for, checked against the order: the line is real, the units are left, the reason is known.
 *
 * @param value paid for these units
 * @param price of the whole order line
 */
public record WantedItem(
        UUID orderLineId,
        ItemDescription described,
        int quantity,
        Money value,
        AnnouncedPrice price,
        ReturnReason reason,
        @Nullable String comment,
        List<UUID> photoFiles,
        Resolution resolution,
        @Nullable ExchangeVariant exchangeFor) {

    /** What a fee is taken of. */
    public Money worth() {
        return price.worth(value, quantity);
    }
}
