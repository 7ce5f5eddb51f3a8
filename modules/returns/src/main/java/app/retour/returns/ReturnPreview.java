package app.retour.returns;

import app.retour.kernel.Money;
import app.retour.returns.waterfall.Waterfall;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import java.math.BigDecimal;
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
     * @param feeRate per cent; null where the fee is an amount
     */
    public record Item(
            UUID orderLineId,
            int quantity,
            List<Resolution> allowedResolutions,
            @Nullable Integer daysSinceDelivery,
            boolean deliveryAssumed,
            @Nullable Money fee,
            @Nullable String feeText,
            Fee.@Nullable Per feePer,
            @Nullable BigDecimal feeRate,
            ReturnShipping returnShipping,
            int photosWanted,
            boolean commentWanted) {}
}
