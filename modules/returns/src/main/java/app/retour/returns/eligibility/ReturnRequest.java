package app.retour.returns.eligibility;

import app.retour.rules.policy.Resolution;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods that somebody wants to send back. */
public record ReturnRequest(UUID orderId, List<Item> items) {
    /**
     * One line's quantity with its reason.
     *
     * @param reason code of one of the merchant's reasons
     * @param exchangeProductId another variant of the same product; needed for an exchange
     * @param photoFiles already uploaded for this order
     */
    public record Item(
            UUID orderLineId,
            int quantity,
            String reason,
            @Nullable String comment,
            Resolution resolution,
            @Nullable UUID exchangeProductId,
            List<UUID> photoFiles) {}
}
