package app.retour.orders;

import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.api.GlobalId;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class OrdersInTheApiIntegrationTests {
    private static final String SESSION = """
            mutation($input: StartShopperSessionInput!) {
              startShopperSession(input: $input) { token userErrors { code message field } } }
            """;

    @Autowired
    GraphQlClient api;

    @Autowired
    Orders orders;

    @Autowired
    ShopperSessions sessions;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    private ClientGraphQlResponse ask(Caller caller, String document, Map<String, Object> variables) {
        return TenantContext.callAs(
                tenant,
                () -> caller.call(
                        () -> api.document(document).variables(variables).executeSync()));
    }

    private Caller integrator(String... scopes) {
        return Caller.integrator(tenant, new UUID(1, 1), Set.of(scopes));
    }

    private Order known(String number, String email) {
        return TenantContext.callAs(
                tenant, () -> orders.upsert(anOrder(number, "#" + number, email, aLine("S", 2, "10.00"))));
    }

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
    void everyWrongGuessHasTheSameAnswer() {
        known("1001", "ada@example.com");
        var anonymous = Caller.anonymous(tenant);
        var answers = new ArrayList<Object>();
        for (var guess : List.of(
                Map.of("orderNumber", "1001", "email", "eve@example.com"),
                Map.of("orderNumber", "1002", "email", "ada@example.com"),
                Map.of("orderNumber", "1001", "postcode", "99999"),
                Map.of("orderNumber", "1002", "postcode", "01067"))) {
            answers.add(ask(anonymous, SESSION, Map.of("input", guess)).getData());
        }
        assertThat(answers).hasSize(4).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().toString()).contains("NOT_FOUND").contains("token=null");
    }

    @Test
    void guessingIsThrottledWhetherOrNotTheOrderExists() {
        known("1001", "ada@example.com");
        for (var number : List.of("1001", "7777")) {
            var last = "";
            for (var i = 0; i < 12; i++) {
                last = String.valueOf(ask(
                                Caller.anonymous(tenant),
                                SESSION,
                                Map.of("input", Map.of("orderNumber", number, "postcode", "9999" + i)))
                        .<Object>getData());
            }
            assertThat(last).contains("THROTTLED");
        }
    }

    @Test
    void whatOneAddressIsRefusedTakesNothingFromTheOrderOrTheShop() {
        for (var number : List.of("1001", "1002")) {
            known(number, "ada@example.com");
        }
        for (var i = 0; i < 15; i++) {
            lookUp("192.0.2.1", "1001", "wrong@example.com");
        }
        assertThat(lookUp("192.0.2.1", "1001", "ada@example.com")).contains("THROTTLED");
        assertThat(lookUp("192.0.2.2", "1001", "ada@example.com"))
                .as("no address alone shuts an order")
                .doesNotContain("THROTTLED")
                .contains("token=" + ShopperSessions.PREFIX);

        for (var i = 0; i < 40; i++) {
            lookUp("192.0.2.3", "no-" + i, "wrong@example.com");
        }
        for (var i = 0; i < 30; i++) {
            assertThat(lookUp("192.0.2.3", "1002", "wrong@example.com")).contains("THROTTLED");
        }
        assertThat(lookUp("192.0.2.4", "1002", "ada@example.com")).contains("token=" + ShopperSessions.PREFIX);
    }

    @Test
    void whoProvesTheirOrderIsNotCounted() {
        known("1001", "ada@example.com");
        for (var i = 0; i < 50; i++) {
            assertThat(lookUp("192.0.2.5", "1001", "ada@example.com")).contains("token=" + ShopperSessions.PREFIX);
        }
    }

    private String lookUp(String address, String number, String email) {
        return Caller.anonymous(tenant).call(() -> {
            var authentication = new CallerAuthentication(Caller.anonymous(tenant));
            authentication.setDetails(new WebAuthenticationDetails(address, null));
            SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
            var answer = TenantContext.callAs(
                    tenant,
                    () -> api.document(SESSION)
                            .variables(Map.of("input", Map.of("orderNumber", number, "email", email)))
                            .executeSync());
            return String.valueOf(answer.<Object>getData());
        });
    }

    @Test
    void aPostcodeShowsNoNameAddressOrEmail() {
        var order = known("1001", "ada@example.com");
        var other = known("1002", "bob@example.com");
        var document = """
                query($other: ID!, $shopper: ID!) { order { number shopper { email name } shipTo { postcode } coveredEmail
                  lines { title } } other: order(id: $other) { number } node(id: $other) { ... on Order { number } }
                  buyer: node(id: $shopper) { ... on Shopper { email } } }
                """;
        var variables = Map.<String, Object>of(
                "other", GlobalId.of("Order", other.id().value()),
                "shopper",
                        GlobalId.of(
                                "Shopper",
                                java.util.Objects.requireNonNull(order.shopper())
                                        .value()));
        for (var guess : List.of(
                Map.of("orderNumber", "#1001", "postcode", "01067"),
                Map.of("orderNumber", "1001", "email", "ADA@example.com"))) {
            var token = ask(Caller.anonymous(tenant), SESSION, Map.of("input", guess))
                    .field("startShopperSession.token")
                    .toEntity(String.class);
            var session = sessions.verify(String.valueOf(token)).orElseThrow();
            assertThat(session.order()).isEqualTo(order.id().value());
            var proofs = session.byEmail() ? Set.of(ShopperSessions.BY_EMAIL) : Set.<String>of();
            var seen = ask(Caller.shopper(tenant, session.order(), proofs), document, variables);
            assertThat(seen.getErrors()).isEmpty();
            assertThat(seen.field("order.number").toEntity(String.class)).isEqualTo("#1001");
            assertThat(seen.field("order.coveredEmail").toEntity(String.class)).isEqualTo("a•••@e•••.com");
            assertThat(seen.field("other").<Object>getValue())
                    .as("not their order")
                    .isNull();
            assertThat(seen.field("node").<Object>getValue()).isNull();
            assertThat(seen.field("order.shopper").<Object>getValue() == null).isEqualTo(!session.byEmail());
            assertThat(seen.field("order.shipTo").<Object>getValue() == null).isEqualTo(!session.byEmail());
            assertThat(seen.field("buyer").<Object>getValue() == null).isEqualTo(!session.byEmail());
        }
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
