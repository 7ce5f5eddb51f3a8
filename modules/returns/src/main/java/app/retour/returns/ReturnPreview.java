package app.retour.returns;

import app.retour.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would apply to a return; the decision is never foretold. */
public record ReturnPreview(List<Item> items, @Nullable Waterfall expectedRefund) {
    /**
     * What would apply to one item.
     *
     * @param daysSinceDelivery by the merchant's calendar; null when unknown
     * @param feeText why there is a fee
     */
    public record Item(
            UUID orderLineId,
            int quantity,
            List<Resolution> allowedResolutions,
            @Nullable Integer daysSinceDelivery,
            boolean deliveryAssumed,
            @Nullable Money fee,
            @Nullable String feeText,
            ReturnShipping returnShipping,
            int photosWanted,
            boolean commentWanted) {}
}
