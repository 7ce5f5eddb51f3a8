package app.retour.returns.eligibility;

import app.retour.kernel.Money;
import app.retour.returns.settings.ReturnReason;
import app.retour.rules.policy.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of an order can be sent back, why, and for what. */
public record ReturnOptions(
        UUID orderId,
        String orderNumber,
        Instant placedAt,
        List<ReturnableLine> lines,
        List<ReturnReason> reasons,
        List<Resolution> resolutions) {

    /**
     * A line of the order.
     *
     * @param returnable bought and shipped, less what live returns announced
     * @param blocked a fact of life against it; null when some units are returnable
     * @param exchangeVariants other variants of the product at the same price
     */
    public record ReturnableLine(
            UUID orderLineId,
            @Nullable String sku,
            String title,
            @Nullable String variantTitle,
            @Nullable UUID imageFile,
            int quantity,
            int returnable,
            Money unitPaid,
            @Nullable BlockedBecause blocked,
            List<ExchangeVariant> exchangeVariants) {}
}
