package app.retour.orders.graphql;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.MoneyInput;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.TenantId;
import app.retour.orders.Attributes;
import app.retour.orders.Orders;
import app.retour.orders.ToldOrders;
import app.retour.orders.products.Product;
import app.retour.orders.products.Products;
import app.retour.orders.settings.OrderSettings;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.Tenants;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.audit.AuditSearch;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** What integrators tell is taken whole or refused with the place of the one that is wrong. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class TellingManyAtOnceIntegrationTests {
    @Autowired
    UpsertController controller;

    @Autowired
    AttributeController pushing;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Shoppers shoppers;

    @Autowired
    Audit audit;

    @Autowired
    Tenants tenants;

    private TenantId shop = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        shop = aTenant(tenants);
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                shop, () -> Caller.staff(shop, new UUID(1, 1), Set.of()).call(action));
    }

    private static UpsertController.ProductInput product(@Nullable MoneyInput price) {
        return new UpsertController.ProductInput(
                "tee", null, "Tee", null, null, null, null, null, price, null, null, null);
    }

    private static UpsertController.ShopperInput shopper(String email, @Nullable MoneyInput spend) {
        return new UpsertController.ShopperInput(email, null, null, null, null, null, null, spend);
    }

    private UpsertController.UpsertProductsPayload tell(List<UpsertController.ProductInput> told) {
        return as(() -> controller.upsertProducts(new UpsertController.UpsertProductsInput(told)));
    }

    private List<UserError> errorsOf(UpsertController.ShopperInput... told) {
        return as(() -> controller.upsertShoppers(new UpsertController.UpsertShoppersInput(List.of(told))))
                .userErrors();
    }

    private List<Product> known() {
        return as(() -> products.list(null, ScrollPosition.keyset(), 10)).getContent();
    }

    private static void refused(List<UserError> errors, ErrorCode code, String... field) {
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.field()).containsExactly(field);
        });
    }

    @Test
    void aHundredAreTakenAtATime() {
        refused(tell(Collections.nCopies(101, product(null))).userErrors(), ErrorCode.TOO_LARGE, "products");
        assertThat(known()).isEmpty();
        assertThat(tell(Collections.nCopies(100, product(null))).userErrors()).isEmpty();
        assertThat(known()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNamedFromTheTopOfTheInput() {
        var payload = tell(List.of(product(null), product(new MoneyInput(new BigDecimal("1.001"), "EUR"))));
        assertThat(payload.products()).isNull();
        refused(payload.userErrors(), ErrorCode.INVALID, "products", "1", "price");
        assertThat(known()).as("all or none").isEmpty();
        refused(
                errorsOf(shopper("ada@example.com", new MoneyInput(BigDecimal.ONE, "EURO"))),
                ErrorCode.INVALID,
                "shoppers",
                "0",
                "lifetimeSpend");
    }

    @Test
    void whatIsRefusedIsNamedFromTheTopOfTheInputToo() {
        refused(
                errorsOf(shopper("ada@example.com", null), shopper("nobody", null)),
                ErrorCode.INVALID,
                "shoppers",
                "1",
                "email");
        assertThat(as(() -> shoppers.list(null, ScrollPosition.keyset(), 10)).getContent())
                .as("all or none")
                .isEmpty();
    }

    @Test
    void whatIsNotSaidOfAProductIsNotKnownButForOptionsOfWhichThereAreNone() {
        tell(List.of(product(new MoneyInput(BigDecimal.TEN, "EUR"))));
        assertThat(known())
                .singleElement()
                .returns("tee", Product::productKey)
                .returns("Tee", Product::title)
                .returns(List.of(), Product::options)
                .returns(Money.of("10", "EUR"), Product::price)
                .returns(null, Product::sku)
                .returns(null, Product::vendor)
                .returns(null, Product::productType)
                .returns(null, Product::tags)
                .returns(null, Product::weightGrams)
                .returns(null, Product::imageUrl)
                .returns(null, Product::finalSale);
    }

    private OrderSettings change(@Nullable LocalDate since, @Nullable String tag, boolean incomplete) {
        as(() -> orders.change(new OrderSettings(LocalDate.of(2025, 1, 1), "sale")));
        return Objects.requireNonNull(as(() -> controller.updateOrderSettings(
                        new UpsertController.UpdateOrderSettingsInput(since, tag, incomplete)))
                .orderSettings());
    }

    @Test
    void aSettingThatIsNotSaidStaysAndABlankOneGoes() {
        assertThat(change(null, null, false)).isEqualTo(new OrderSettings(LocalDate.of(2025, 1, 1), "sale"));
        assertThat(change(null, " ", false).finalSaleTag()).isNull();
        assertThat(change(null, " final ", false).finalSaleTag()).isEqualTo("final");
        assertThat(change(LocalDate.of(2026, 1, 1), null, true).historyCompleteSince())
                .as("said to be incomplete")
                .isNull();
        var last = change(LocalDate.of(2026, 1, 1), null, false);
        assertThat(last.historyCompleteSince()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(as(() -> orders.settings())).isEqualTo(last);
        var noted = as(() -> audit.list(
                        new AuditSearch("orders.settingsChanged", "OrderSettings", null, null),
                        ScrollPosition.keyset(),
                        10))
                .getContent();
        assertThat(noted).hasSize(5);
        assertThat(noted.getFirst())
                .returns(Map.of("historyCompleteSince", "2026-01-01", "finalSaleTag", "sale"), AuditEntry::detail);
    }

    @Test
    void anAttributeIsOfAnOrderOrOfAShopper() {
        var tier = List.of(new Attributes.Pushed("tier", List.of("gold")));
        var known = as(() -> orders.upsert(ToldOrders.order()));
        var order = GlobalId.of("Order", known.id().value());
        var shopper =
                GlobalId.of("Shopper", Objects.requireNonNull(known.shopper()).value());
        for (var wrong : List.of(
                new AttributeController.Pushing(null, null, tier),
                new AttributeController.Pushing(order, shopper, tier))) {
            refused(as(() -> pushing.pushAttributes(wrong)).userErrors(), ErrorCode.INVALID, "orderId");
        }
        assertThat(as(() -> pushing.pushAttributes(new AttributeController.Pushing(order, null, tier)))
                        .attributes())
                .isEqualTo(tier);
        assertThat(as(() -> pushing.pushAttributes(new AttributeController.Pushing(null, shopper, tier)))
                        .attributes())
                .isEqualTo(tier);
        assertThat(as(() -> pushing.pushAttributes(new AttributeController.Pushing(shopper, null, tier)))
                        .userErrors())
                .as("an id of something else")
                .hasSize(1);
    }
}
