package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Orders are told and read in the API, by whoever may, page by page. */
class OrdersInTheApiIntegrationTests extends OrdersInTheApi {
    @Test
    void anIntegratorTellsOrdersAndReadsThemBack() {
        var document = """
                mutation($input: UpsertOrdersInput!) { upsertOrders(input: $input) {
                  orders { id number deliveredAt subtotal { amount currencyCode } taxMode reconciles tags payment
                    shopper { email } shipTo { postcode } tenders { kind amount { amount } }
                    lines { sku paid { amount } weightGrams fulfilledQuantity } }
                  userErrors { field code } } }
                """;
        Map<String, Object> order = Map.ofEntries(
                Map.entry("externalId", "gid://shopify/Order/42"),
                Map.entry("number", "#42"),
                Map.entry("email", "ada@example.com"),
                Map.entry("placedAt", "2026-11-01T10:00:00Z"),
                Map.entry("deliveredAt", "2026-11-05T10:00:00Z"),
                Map.entry("currencyCode", "EUR"),
                Map.entry("total", "24.90"),
                Map.entry("shipping", "4.90"),
                Map.entry("tags", List.of("gift")),
                Map.entry("payment", "PAID"),
                Map.entry("tenders", List.of(Map.of("id", "a", "kind", "CARD", "amount", "24.90", "label", "Visa"))),
                Map.entry("shipTo", Map.of("postcode", "01067", "country", "DE")),
                Map.entry(
                        "lines",
                        List.of(Map.of(
                                "sku",
                                "S",
                                "title",
                                "Shirt",
                                "quantity",
                                2,
                                "unitPrice",
                                "10.00",
                                "weightGrams",
                                250))));
        var scopes = integrator("orders:write", "orders:read");
        var input = Map.<String, Object>of("input", Map.of("orders", List.of(order)));
        var first = ask(scopes, document, input);
        assertThat(first.getErrors()).isEmpty();
        assertThat(first.field("upsertOrders.orders[0].subtotal.amount").toEntity(String.class))
                .isEqualTo("20.00");
        assertThat(first.field("upsertOrders.orders[0].shopper.email").toEntity(String.class))
                .isEqualTo("ada@example.com");
        assertThat(first.field("upsertOrders.orders[0].lines[0].fulfilledQuantity")
                        .toEntity(Integer.class))
                .as("delivered, so shipped")
                .isEqualTo(2);
        assertThat(first.field("upsertOrders.orders[0].tenders[0].kind").toEntity(String.class))
                .isEqualTo("CARD");
        assertThat(ask(scopes, document, input).<Object>getData()).isEqualTo(first.getData());

        var wrong = new java.util.HashMap<>(order);
        wrong.put("email", "nobody");
        var refused = ask(scopes, document, Map.of("input", Map.of("orders", List.of(order, wrong))));
        assertThat(refused.field("upsertOrders.userErrors[0].field").toEntityList(String.class))
                .containsExactly("orders", "1", "email");
        assertThat(ask(integrator("orders:read"), document, input).getErrors()).isNotEmpty();
    }

    @Test
    void aShopperMayNotAskForTheMerchantsFields() {
        var order = known("1001", "ada@example.com");
        var shopper = Caller.shopper(tenant, order.id().value(), Set.of(ShopperSessions.BY_EMAIL));
        for (var field : List.of("tags", "reconciles", "channel", "shopper { tags }")) {
            assertThat(ask(shopper, "{ order { " + field + " } }", Map.of()).getErrors())
                    .as(field)
                    .isNotEmpty();
        }
        assertThat(ask(shopper, "{ orders { edges { node { id } } } }", Map.of())
                        .getErrors())
                .isNotEmpty();
        assertThat(ask(Caller.anonymous(tenant), "{ order { id } }", Map.of()).getErrors())
                .isNotEmpty();
    }

    @Test
    void listsPageThroughTheApi() {
        for (var i = 1; i <= 3; i++) {
            known(String.valueOf(i), "a" + i + "@b.de");
        }
        var staff = Caller.staff(tenant, new UUID(2, 2), Set.of("orders:read"));
        var document =
                "query($after: String) { orders(first: 2, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } }";
        var first = ask(staff, document, Map.of());
        assertThat(first.getErrors()).isEmpty();
        assertThat(first.field("orders.pageInfo.hasNextPage").toEntity(Boolean.class))
                .isTrue();
        var cursor = String.valueOf(first.field("orders.pageInfo.endCursor").toEntity(String.class));
        var second = ask(staff, document, Map.of("after", cursor));
        assertThat(second.getErrors()).isEmpty();
        assertThat(second.field("orders.edges[0].node.number").toEntity(String.class))
                .isEqualTo("#1");
        for (var list : List.of("products", "shoppers", "imports")) {
            assertThat(ask(staff, "{ " + list + "(first: 2) { edges { node { id } } } }", Map.of())
                            .getErrors())
                    .as(list)
                    .isEmpty();
        }
        assertThat(ask(staff, "{ orderSettings { historyCompleteSince finalSaleTag } }", Map.of())
                        .getErrors())
                .isEmpty();
    }
}
