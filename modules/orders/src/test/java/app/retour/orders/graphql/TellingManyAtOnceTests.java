package app.retour.orders.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.MoneyInput;
import app.retour.api.Origins;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Attributes;
import app.retour.orders.ErasedPast;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderSettings;
import app.retour.orders.Orders;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.Tenants;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.shoppers.ShopperSessions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import retour.testkit.TestClock;

/** What integrators tell is taken whole or refused with the place of the one that is wrong. */
class TellingManyAtOnceTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private final Orders orders = mock(Orders.class);
    private final Products products = mock(Products.class);
    private final Shoppers shoppers = mock(Shoppers.class);
    private final Audit audit = mock(Audit.class);
    private final UpsertController controller = new UpsertController(orders, products, shoppers, audit);

    private static UpsertController.ProductInput product(@Nullable MoneyInput price) {
        return new UpsertController.ProductInput(
                "tee", null, "Tee", null, null, null, null, null, price, null, null, null);
    }

    private static UpsertController.ShopperInput shopper(@Nullable MoneyInput spend) {
        return new UpsertController.ShopperInput("ada@example.com", null, null, null, null, null, null, spend);
    }

    @Test
    void aHundredAreTakenAtATime() {
        var many = Collections.nCopies(101, product(null));
        assertThat(controller
                        .upsertProducts(new UpsertController.UpsertProductsInput(many))
                        .userErrors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.TOO_LARGE);
                    assertThat(error.field()).containsExactly("products");
                });
        verifyNoInteractions(products);
    }

    @Test
    void whatCannotBeReadIsNamedFromTheTopOfTheInput() {
        var payload = controller.upsertProducts(new UpsertController.UpsertProductsInput(
                List.of(product(null), product(new MoneyInput(new BigDecimal("1.001"), "EUR")))));
        assertThat(payload.products()).isNull();
        assertThat(payload.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("products", "1", "price"));
        assertThat(controller
                        .upsertShoppers(new UpsertController.UpsertShoppersInput(
                                List.of(shopper(new MoneyInput(BigDecimal.ONE, "EURO")))))
                        .userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("shoppers", "0", "lifetimeSpend"));
    }

    @Test
    void whatIsRefusedIsNamedFromTheTopOfTheInputToo() {
        when(shoppers.upsert(any())).thenThrow(new Refusal(ErrorCode.INVALID, "Nobody's", "1", "email"));
        assertThat(controller
                        .upsertShoppers(new UpsertController.UpsertShoppersInput(List.of(shopper(null), shopper(null))))
                        .userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("shoppers", "1", "email"));
    }

    @Test
    void whatIsNotSaidOfAProductIsNotKnownButForOptionsOfWhichThereAreNone() {
        controller.upsertProducts(
                new UpsertController.UpsertProductsInput(List.of(product(new MoneyInput(BigDecimal.TEN, "EUR")))));
        verify(products)
                .upsert(List.of(new ProductUpsert(
                        "tee",
                        null,
                        "Tee",
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Money.of("10", "EUR"),
                        null,
                        null,
                        null,
                        null)));
    }

    private OrderSettings change(@Nullable LocalDate since, @Nullable String tag, boolean incomplete) {
        when(orders.settings()).thenReturn(new OrderSettings(LocalDate.of(2025, 1, 1), "sale"));
        when(orders.change(any())).thenAnswer(asked -> asked.getArgument(0));
        return Objects.requireNonNull(controller
                .updateOrderSettings(new UpsertController.UpdateOrderSettingsInput(since, tag, incomplete))
                .orderSettings());
    }

    @Test
    void aSettingThatIsNotSaidStaysAndABlankOneGoes() {
        assertThat(change(null, null, false)).isEqualTo(new OrderSettings(LocalDate.of(2025, 1, 1), "sale"));
        assertThat(change(null, " ", false).finalSaleTag()).isNull();
        assertThat(change(null, " final ", false).finalSaleTag()).isEqualTo("final");
        assertThat(change(LocalDate.of(2026, 1, 1), null, false).historyCompleteSince())
                .isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(change(LocalDate.of(2026, 1, 1), null, true).historyCompleteSince())
                .as("said to be incomplete")
                .isNull();
        verify(audit)
                .record(
                        "orders.settingsChanged",
                        "OrderSettings",
                        null,
                        Map.of("historyCompleteSince", "2026-01-01", "finalSaleTag", "sale"));
    }

    @Test
    void anAttributeIsOfAnOrderOrOfAShopper() {
        var attributes = mock(Attributes.class);
        var pushing = new AttributeController(attributes);
        var tier = List.of(new Attributes.Pushed("tier", List.of("gold")));
        var order = Ids.next();
        for (var wrong : List.of(
                new AttributeController.Pushing(null, null, tier),
                new AttributeController.Pushing(
                        GlobalId.of("Order", order), GlobalId.of("Shopper", Ids.next()), tier))) {
            assertThat(pushing.pushAttributes(wrong).userErrors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).containsExactly("orderId"));
        }
        when(attributes.push(new OrderId(order), tier)).thenReturn(Map.of("tier", List.of("gold")));
        assertThat(pushing.pushAttributes(new AttributeController.Pushing(GlobalId.of("Order", order), null, tier))
                        .attributes())
                .isEqualTo(tier);
        assertThat(pushing.pushAttributes(new AttributeController.Pushing(GlobalId.of("Shopper", order), null, tier))
                        .userErrors())
                .as("an id of something else")
                .hasSize(1);
    }

    private final CountedTries tries = new CountedTries();
    private final ErasedPast past = mock(ErasedPast.class);
    private final ShopperSessions sessions = mock(ShopperSessions.class);
    private final Tenants tenants = mock(Tenants.class, RETURNS_DEEP_STUBS);
    private final TestClock clock = new TestClock();
    private final ShopperLinkController links = new ShopperLinkController(
            orders, tenants, sessions, past, tries.throttle, audit, clock, Origins.of("https://returns.example"));

    private ShopperLinkController.IssueShopperLinkPayload link(OrderId id) {
        return Caller.staff(SHOP, Ids.next(), Set.of())
                .call(() -> links.issueShopperLink(
                        new ShopperLinkController.IssueShopperLinkInput(GlobalId.of("Order", id.value()))));
    }

    @Test
    void aLinkThatStaffHandOutOpensTheOneOrderForAWeekAndIsOnRecord() {
        clock.setTo(Instant.parse("2026-11-30T12:00:00Z"));
        var id = new OrderId(Ids.next());
        var order = mock(Order.class);
        when(order.number()).thenReturn("#1001");
        when(orders.find(id)).thenReturn(Optional.of(order));
        when(tenants.current().slug()).thenReturn("books");
        when(sessions.issueStaffLink(SHOP, id.value())).thenReturn("token");
        var payload = link(id);
        assertThat(payload.url()).endsWith("/s/token").startsWith("https://returns.example/");
        assertThat(payload.expiresAt()).isEqualTo("2026-12-07T12:00:00Z");
        verify(audit).record("orders.linkIssued", "Order", id.value().toString(), Map.of("number", "#1001"));
    }

    @Test
    void noLinkOpensWhatIsNotThereOrWhoseShopperWasErased() {
        var id = new OrderId(Ids.next());
        assertThat(link(id).userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.NOT_FOUND));
        when(orders.find(id)).thenReturn(Optional.of(mock(Order.class)));
        when(past.since(List.of(id))).thenReturn(Map.of(id, Instant.EPOCH));
        assertThat(link(id).userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.WRONG_STATE));
        tries.useUp("shopper-link");
        assertThat(link(id).userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.THROTTLED));
        verifyNoInteractions(sessions, audit);
    }
}
