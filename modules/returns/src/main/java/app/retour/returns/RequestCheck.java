package app.retour.returns;

import app.retour.files.FileId;
import app.retour.files.Files;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderLine;
import app.retour.orders.Orders;
import app.retour.orders.products.Product;
import app.retour.returns.eligibility.ExchangeVariant;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.rules.policy.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a request against the order and the merchant's setup, and says which field is wrong. */
@Component
class RequestCheck {
    private static final int MOST_ITEMS = 100;
    private static final int MOST_PHOTOS = 10;
    private static final int LONGEST_COMMENT = 2000;
    private final Orders orders;
    private final Files files;
    private final ReturnSetup setup;

    RequestCheck(Orders orders, Files files, ReturnSetup setup) {
        this.orders = orders;
        this.files = files;
        this.setup = setup;
    }

    List<WantedItem> check(ReturnRequest request, ReturnableOrder before) {
        if (request.items().isEmpty() || request.items().size() > MOST_ITEMS) {
            throw new Refusal(
                    request.items().isEmpty() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "Choose 1 to %d items to send back".formatted(MOST_ITEMS),
                    "items");
        }
        before.requireLeft(request);
        var taken = new HashMap<UUID, Integer>();
        var wanted = new ArrayList<WantedItem>();
        for (var i = 0; i < request.items().size(); i++) {
            var item = request.items().get(i);
            var line = before.line(item.orderLineId());
            var from = taken.getOrDefault(item.orderLineId(), before.announced(item.orderLineId()));
            taken.put(item.orderLineId(), from + item.quantity());
            wanted.add(check(item, line, before, from, String.valueOf(i)));
        }
        return wanted;
    }

    private WantedItem check(ReturnRequest.Item item, OrderLine line, ReturnableOrder before, int from, String at) {
        var reason = setup.reasonInUse(item.reason(), "items", at, "reason");
        var comment = comment(item.comment(), "items", at, "comment");
        requirePhotos(item.photoFiles(), before.order().id().value(), "items", at, "photoFileIds");
        if (!setup.settings().resolutions().contains(item.resolution())) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "This merchant does not offer %s".formatted(item.resolution()),
                    "items",
                    at,
                    "resolution");
        }
        return new WantedItem(
                item.orderLineId(),
                new ItemDescription(line.sku(), line.title(), line.variantTitle(), line.imageFile()),
                item.quantity(),
                before.value(line, from, item.quantity()),
                AnnouncedPrice.of(before.order(), line),
                reason,
                comment,
                item.photoFiles(),
                item.resolution(),
                exchange(item, line, at));
    }

    private @Nullable ExchangeVariant exchange(ReturnRequest.Item item, OrderLine line, String at) {
        if (item.resolution() != Resolution.EXCHANGE) {
            return null;
        }
        return variants(line).stream()
                .filter(variant -> variant.productId().equals(item.exchangeProductId()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        item.exchangeProductId() == null ? ErrorCode.REQUIRED : ErrorCode.INVALID,
                        "Choose another variant of “%s” at the same price".formatted(line.title()),
                        "items",
                        at,
                        "exchangeProductId"));
    }

    /** Other variants of what was bought, at the price that the bought one has. */
    List<ExchangeVariant> variants(OrderLine line) {
        if (line.productKey() == null) {
            return List.of();
        }
        var all = orders.variantsOf(line.productKey());
        var price = all.stream()
                .filter(variant -> line.sku() != null && line.sku().equals(variant.sku()))
                .map(Product::price)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(line.unitPrice()::rounded);
        return all.stream()
                .filter(variant -> line.sku() == null
                        ? !Objects.equals(variant.variantTitle(), line.variantTitle())
                        : !line.sku().equals(variant.sku()))
                .filter(variant -> price.equals(variant.price()))
                .map(variant -> new ExchangeVariant(
                        variant.id().value(),
                        variant.sku(),
                        variant.variantTitle() == null
                                ? variant.title()
                                : variant.title() + ", " + variant.variantTitle()))
                .toList();
    }

    static @Nullable String comment(@Nullable String text, String... field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_COMMENT) {
            throw new Refusal(
                    ErrorCode.TOO_LARGE, "A comment has at most %d characters".formatted(LONGEST_COMMENT), field);
        }
        return text.strip();
    }

    /** Only photos that were uploaded for this very order count. */
    void requirePhotos(List<UUID> photos, UUID order, String... field) {
        if (photos.size() > MOST_PHOTOS) {
            throw new Refusal(ErrorCode.TOO_LARGE, "Give at most %d photos".formatted(MOST_PHOTOS), field);
        }
        for (var photo : photos) {
            var stored = files.open(new FileId(photo));
            if (stored.isEmpty() || !order.equals(stored.get().owner())) {
                throw new Refusal(ErrorCode.NOT_FOUND, "There is no such photo of this order; upload it first", field);
            }
        }
    }
}
