package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.MoneyInput;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.Order;
import app.retour.orders.Orders;
import app.retour.orders.products.Product;
import app.retour.orders.products.ProductOption;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.products.Products;
import app.retour.orders.settings.OrderSettings;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperUpsert;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.audit.Audit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What integrators and staff tell of orders, products and shoppers, and how orders are read. */
@Controller
class UpsertController {
    private static final int MOST = 100;
    private final Orders orders;
    private final Products products;
    private final Shoppers shoppers;
    private final Audit audit;

    UpsertController(Orders orders, Products products, Shoppers shoppers, Audit audit) {
        this.orders = orders;
        this.products = products;
        this.shoppers = shoppers;
        this.audit = audit;
    }

    record UpsertOrdersInput(List<OrderInput> orders) {}

    record UpsertOrdersPayload(@Nullable List<Order> orders, List<UserError> userErrors) {}

    record UpsertProductsInput(List<ProductInput> products) {}

    record UpsertProductsPayload(@Nullable List<Product> products, List<UserError> userErrors) {}

    record UpsertShoppersInput(List<ShopperInput> shoppers) {}

    record UpsertShoppersPayload(@Nullable List<Shopper> shoppers, List<UserError> userErrors) {}

    record UpdateOrderSettingsInput(
            @Nullable LocalDate historyCompleteSince,
            @Nullable String finalSaleTag,
            boolean historyIncomplete) {}

    record UpdateOrderSettingsPayload(@Nullable OrderSettings orderSettings, List<UserError> userErrors) {}

    record ProductInput(
            String productKey,
            @Nullable String sku,
            String title,
            @Nullable List<ProductOption> options,
            @Nullable String vendor,
            @Nullable String productType,
            @Nullable List<String> tags,
            @Nullable Integer weightGrams,
            @Nullable MoneyInput price,
            @Nullable String imageUrl,
            @Nullable Boolean giftCard,
            @Nullable Boolean finalSale) {
        ProductUpsert toUpsert() {
            return new ProductUpsert(
                    productKey,
                    sku,
                    title,
                    Objects.requireNonNullElse(options, List.of()),
                    null,
                    vendor,
                    productType,
                    tags,
                    weightGrams,
                    price == null ? null : price.toMoney("price"),
                    imageUrl,
                    giftCard,
                    finalSale,
                    null);
        }
    }

    record ShopperInput(
            String email,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable List<String> tags,
            @Nullable Boolean blocked,
            @Nullable Integer lifetimeOrders,
            @Nullable MoneyInput lifetimeSpend) {
        ShopperUpsert toUpsert() {
            return new ShopperUpsert(
                    email,
                    name,
                    phone,
                    locale,
                    tags,
                    blocked,
                    lifetimeOrders,
                    lifetimeSpend == null ? null : lifetimeSpend.toMoney("lifetimeSpend"),
                    null);
        }
    }

    @MutationMapping
    UpsertOrdersPayload upsertOrders(@Argument UpsertOrdersInput input) {
        return upsert("orders", input.orders, OrderInput::toUpsert, orders::upsert, UpsertOrdersPayload::new);
    }

    @MutationMapping
    UpsertProductsPayload upsertProducts(@Argument UpsertProductsInput input) {
        return upsert(
                "products",
                input.products,
                ProductInput::toUpsert,
                told -> products.findAll(products.upsert(told)),
                UpsertProductsPayload::new);
    }

    @MutationMapping
    UpsertShoppersPayload upsertShoppers(@Argument UpsertShoppersInput input) {
        return upsert(
                "shoppers",
                input.shoppers,
                ShopperInput::toUpsert,
                told -> shoppers.findAll(shoppers.upsert(told)),
                UpsertShoppersPayload::new);
    }

    @QueryMapping
    OrderSettings orderSettings() {
        return orders.settings();
    }

    @MutationMapping
    UpdateOrderSettingsPayload updateOrderSettings(@Argument UpdateOrderSettingsInput input) {
        return Answers.of(
                () -> {
                    var before = orders.settings();
                    var tag = input.finalSaleTag == null ? before.finalSaleTag() : input.finalSaleTag.strip();
                    var since = input.historyCompleteSince == null
                            ? before.historyCompleteSince()
                            : input.historyCompleteSince;
                    var after = orders.change(new OrderSettings(
                            input.historyIncomplete ? null : since, tag == null || tag.isEmpty() ? null : tag));
                    audit.record(
                            "orders.settingsChanged",
                            "OrderSettings",
                            null,
                            Map.of(
                                    "historyCompleteSince", String.valueOf(after.historyCompleteSince()),
                                    "finalSaleTag", String.valueOf(after.finalSaleTag())));
                    return after;
                },
                settings -> new UpdateOrderSettingsPayload(settings, List.of()),
                errors -> new UpdateOrderSettingsPayload(null, errors));
    }

    private static <I, U, T, P> P upsert(
            String field,
            List<I> input,
            Function<I, U> convert,
            Function<List<U>, List<T>> taking,
            BiFunction<@Nullable List<T>, List<UserError>, P> payload) {
        return Answers.of(
                () -> {
                    if (input.size() > MOST) {
                        throw new Refusal(ErrorCode.TOO_LARGE, "Send at most 100 at a time", field);
                    }
                    var told = new ArrayList<U>();
                    for (var i = 0; i < input.size(); i++) {
                        var one = input.get(i);
                        told.add(beneath(List.of(field, String.valueOf(i)), () -> convert.apply(one)));
                    }
                    return beneath(List.of(field), () -> taking.apply(told));
                },
                taken -> payload.apply(taken, List.of()),
                errors -> payload.apply(null, errors));
    }

    /** Tells the path of a refusal from the top of the input. */
    private static <T> T beneath(List<String> path, Supplier<T> action) {
        try {
            return action.get();
        } catch (Refusal refused) {
            var whole = new ArrayList<>(path);
            whole.addAll(refused.field());
            throw new Refusal(refused.code(), String.valueOf(refused.getMessage()), whole.toArray(String[]::new));
        }
    }
}
