package app.retour.returns.graphql;

import app.retour.api.GlobalId;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.rules.policy.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line's quantity with its reason, as callers send it. */
record RequestedItemInput(
        String orderLineId,
        int quantity,
        String reason,
        @Nullable String comment,
        Resolution resolution,
        @Nullable String exchangeProductId,
        @Nullable List<String> photoFileIds) {

    static ReturnRequest request(@Nullable String orderId, List<RequestedItemInput> items) {
        return new ReturnRequest(
                WireIds.order(orderId),
                items.stream().map(RequestedItemInput::item).toList());
    }

    private ReturnRequest.Item item() {
        return new ReturnRequest.Item(
                GlobalId.parse(orderLineId, "OrderLine"),
                quantity,
                reason,
                comment,
                resolution,
                exchangeProductId == null ? null : GlobalId.parse(exchangeProductId, "Product"),
                WireIds.files(photoFileIds));
    }
}
