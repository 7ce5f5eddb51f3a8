package app.retour.portal.request;

import app.retour.api.UserError;
import app.retour.portal.Amount;
import app.retour.portal.NothingHere;
import app.retour.portal.Operations;
import app.retour.portal.SessionEnded;
import app.retour.portal.ShopperReturns;
import app.retour.portal.Waterfall;
import app.retour.portal.schema.BlockedBecause;
import app.retour.portal.schema.FeeKind;
import app.retour.portal.schema.FeePer;
import app.retour.portal.schema.Resolution;
import app.retour.portal.schema.ReturnShipping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a shopper shows their order, asks what can go back and on which terms, and hands in the request. */
@Component
public class ShopperOrder {
    private static final int SHORTEST_PHONE = 7;
    private final Operations operations;

    ShopperOrder(Operations operations) {
        this.operations = operations;
    }

    public record Proof(@Nullable String token, List<UserError> userErrors) {}

    record Options(
            String orderId,
            String orderNumber,
            Instant placedAt,
            List<Resolution> resolutions,
            List<Reason> reasons,
            List<Line> lines) {

        public Optional<Line> line(String id) {
            return lines.stream().filter(line -> line.orderLineId().equals(id)).findFirst();
        }

        Optional<Reason> reason(@Nullable String code) {
            return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
        }

        public String reasonText(@Nullable String code) {
            return reason(code).map(Reason::text).orElse("");
        }

        public boolean anythingReturnable() {
            return lines.stream().anyMatch(Line::canGoBack);
        }
    }

    record Reason(String code, String text) {}

    record Line(
            String orderLineId,
            String title,
            @Nullable String variantTitle,
            @Nullable String imagePath,
            int quantity,
            int returnable,
            Amount unitPaid,
            @Nullable BlockedBecause blocked,
            List<Variant> exchangeVariants) {

        public boolean canGoBack() {
            return returnable > 0 && blocked == null;
        }
    }

    record Variant(String productId, String title) {}

    record Preview(List<PreviewItem> items, @Nullable Waterfall expectedRefund, List<UserError> userErrors) {

        static final Preview NONE = new Preview(List.of(), null, List.of());

        public Optional<PreviewItem> of(String orderLineId) {
            return items.stream()
                    .filter(item -> item.orderLineId().equals(orderLineId))
                    .findFirst();
        }
    }

    record PreviewItem(
            String orderLineId,
            List<Resolution> allowedResolutions,
            @Nullable Integer daysSinceDelivery,
            boolean deliveryAssumed,
            @Nullable Amount fee,
            @Nullable FeePer feePer,
            @Nullable BigDecimal feeRate,
            ReturnShipping returnShipping,
            int photosWanted,
            boolean commentWanted) {
        public FeeKind feeKind() {
            return feeRate == null ? FeeKind.FLAT : FeeKind.PERCENT;
        }
    }

    /** @param proof the order's e-mail, recognised by its @, or its postcode; digits may be a telephone number too */
    public Proof prove(String orderNumber, String proof) {
        var input = new HashMap<String, Object>();
        input.put("orderNumber", orderNumber);
        if (proof.contains("@")) {
            input.put("email", proof);
        } else {
            input.put("postcode", proof);
            if (proof.replaceAll("\\P{Nd}+", "").length() >= SHORTEST_PHONE) {
                input.put("phone", proof);
            }
        }
        return operations
                .one("start-shopper-session", Map.of("input", input), "startShopperSession", Proof.class)
                .orElseThrow(() -> new NothingHere("a shopper's session"));
    }

    Options options() {
        return operations
                .one("return-options", Map.of(), "returnOptions", Options.class)
                .orElseThrow(() -> new SessionEnded("an order"));
    }

    /** What would apply to as much of the draft as is answered. */
    Preview preview(Draft draft) {
        var items = draft.asked().stream().map(Draft.Item::input).toList();
        if (items.isEmpty()) {
            return Preview.NONE;
        }
        return operations
                .one("preview-return", Map.of("input", Map.of("items", items)), "previewReturn", Preview.class)
                .orElse(Preview.NONE);
    }

    /** Hands it in; the draft's key makes a second time give the same return. */
    ShopperReturns.Answer request(Draft draft) {
        var items = draft.asked().stream().map(Draft.Item::input).toList();
        return operations
                .one(
                        "request-return",
                        Map.of("input", Map.of("items", items, "idempotencyKey", draft.key())),
                        "requestReturn",
                        ShopperReturns.Answer.class)
                .orElseThrow(() -> new NothingHere("a request"));
    }
}
