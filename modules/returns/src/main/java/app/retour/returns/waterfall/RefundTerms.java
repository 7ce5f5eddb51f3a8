package app.retour.returns.waterfall;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.ShopAmount;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant set up for refunds, as a reckoning needs it.
 *
 * @param labelFee what a return label costs the shopper; null for nothing
 * @param groups of reasons, by the reason's id
 * @param conversion between the order's currency and the shop's
 */
public record RefundTerms(
        @Nullable ShopAmount labelFee,
        OutboundShippingPolicy shipping,
        Map<UUID, ReasonGroup> groups,
        CurrencyConversion conversion) {

    public ReasonGroup group(UUID reason) {
        return groups.getOrDefault(reason, ReasonGroup.OTHER);
    }
}
