package app.retour.journeys.portal;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.GraphQlClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant of the test's own, with the product's recipes as rules; does what merchants do, by the schema. */
final class Shop {
    static final String EMAIL = "anna.berg@example.com";
    static final String POSTCODE = "10115";
    private static final JsonMapper JSON = new JsonMapper();
    private final GraphQlClient graphQl;
    private final Caller owner;
    private final String slug;

    private Shop(GraphQlClient graphQl, TenantId tenant, String slug) {
        this.graphQl = graphQl;
        this.slug = slug;
        this.owner = Caller.staff(tenant, Ids.next(), Scopes.ALL);
    }

    static Shop open(Tenants tenants, GraphQlClient graphQl) {
        var slug = "shop-" + Ids.next().toString().substring(24);
        var shop = new Shop(graphQl, tenants.open(NewTenant.of("Nordlicht", slug, "EUR", "Europe/Berlin", "en")), slug);
        shop.publishRecipes();
        shop.knowsItsShoppers();
        return shop;
    }

    String slug() {
        return slug;
    }

    TenantId tenant() {
        return owner.requireTenant();
    }

    /** One shirt for 64.90: under the recipes' hundred. */
    void sellsAShirt(String number, int daysAgo) {
        sells(number, daysAgo, "64.90", List.of(line("SHIRT-M", "Merino shirt", 1, "64.90")));
    }

    /** Two shirts, a lamp and a gift card for 308.80: above the recipes' hundred. */
    void sellsALot(String number, int daysAgo) {
        sells(
                number,
                daysAgo,
                "308.80",
                List.of(
                        line("SHIRT-M", "Merino shirt", 2, "64.90"),
                        line("LAMP", "Head torch", 1, "129.00"),
                        line("GIFT", "Gift card", 1, "50.00")));
    }

    /** The same shirt for 64.90 dollars: a shop in euros takes 4.90 of them for the way back. */
    void sellsAShirtInDollars(String number, int daysAgo, @Nullable String rate) {
        var version =
                ask("{ returnSettings { version } }", Map.of()).at("/version").asInt();
        tell(
                "updateReturnSettings",
                "settings { version }",
                Map.of("version", version, "labelFee", "4.90", "returnShipping", "DEDUCTED"));
        var told = new LinkedHashMap<String, Object>();
        told.put("currencyCode", "USD");
        if (rate != null) {
            told.put("exchangeRate", rate);
        }
        sells(number, daysAgo, "64.90", List.of(line("SHIRT-M", "Merino shirt", 1, "64.90")), told);
    }

    private void sells(String number, int daysAgo, String total, List<Map<String, Object>> lines) {
        sells(number, daysAgo, total, lines, Map.of("currencyCode", "EUR"));
    }

    private void sells(
            String number, int daysAgo, String total, List<Map<String, Object>> lines, Map<String, Object> currency) {
        var delivered = Instant.now().minus(Duration.ofDays(daysAgo));
        var order = new LinkedHashMap<String, Object>();
        order.put("externalId", "e-" + number);
        order.put("number", "#" + number);
        order.put("email", EMAIL);
        order.put("shopperName", "Anna Berg");
        order.put("placedAt", delivered.minus(Duration.ofDays(4)).toString());
        order.put("fulfilledAt", delivered.minus(Duration.ofDays(2)).toString());
        order.put("deliveredAt", delivered.toString());
        order.putAll(currency);
        order.put("subtotal", total);
        order.put("shipping", "0.00");
        order.put("total", total);
        order.put("shippingCountry", "US");
        order.put("business", false);
        order.put(
                "shipTo", Map.of("name", "Anna Berg", "line1", "Lindenallee 4", "postcode", POSTCODE, "country", "US"));
        order.put("tenders", List.of(Map.of("id", "t1", "kind", "CARD", "amount", total, "label", "Visa 4242")));
        order.put("lines", lines);
        tell("upsertOrders", "orders { id }", Map.of("orders", List.of(order)));
    }

    /** Tells what the recipes ask of shoppers, so that nothing is unknown. */
    private void knowsItsShoppers() {
        tell(
                "updateOrderSettings",
                "orderSettings { historyCompleteSince }",
                Map.of("historyCompleteSince", "2020-01-01"));
        tell(
                "upsertShoppers",
                "shoppers { id }",
                Map.of("shoppers", List.of(Map.of("email", EMAIL, "name", "Anna Berg", "tags", List.of()))));
    }

    private static Map<String, Object> line(String sku, String title, int quantity, String price) {
        var line = new LinkedHashMap<String, Object>();
        line.put("sku", sku);
        line.put("title", title);
        line.put("quantity", quantity);
        line.put("fulfilledQuantity", quantity);
        line.put("unitPrice", price);
        line.put("finalSale", false);
        line.put("giftCard", sku.equals("GIFT"));
        line.put("tags", List.of());
        return line;
    }

    private void publishRecipes() {
        var rules = new ArrayList<Object>();
        ask("""
            { ruleRecipes { rule { id name enabled isFinal when then {
              decision { outcome shopperReason } resolutions fee { kind amount rate per } returnShipping keepItem
              evidence { photos comment } bonus { amount rate } destination refundMoment tags team assignee priority } } } }
            """, Map.of()).forEach(recipe -> rules.add(given(recipe.path("rule"))));
        var saved = tell("savePolicyDraft", "draft { version }", Map.of("version", 0, "rules", rules));
        tell(
                "publishPolicyDraft",
                "__typename",
                Map.of("version", saved.at("/draft/version").asInt(), "note", "The recipes", "idempotencyKey", slug));
    }

    JsonNode tell(String mutation, String selection, Map<String, Object> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return ask(
                "mutation($input: %s!) { %s(input: $input) { %s userErrors { field message code } } }"
                        .formatted(type, mutation, selection),
                Map.of("input", input));
    }

    /** The first root field's answer. */
    JsonNode ask(String document, Map<String, Object> variables) {
        var answer = TenantContext.callAs(
                tenant(),
                () -> owner.call(
                        () -> graphQl.document(document).variables(variables).executeSync()));
        if (!answer.getErrors().isEmpty()) {
            throw new AssertionError(answer.getErrors().toString());
        }
        Map<String, Object> data = answer.getData();
        JsonNode first = JSON.valueToTree(
                data == null ? Map.of() : data.values().iterator().next());
        if (!first.path("userErrors").isEmpty()) {
            throw new AssertionError(first.path("userErrors").toString());
        }
        return first;
    }

    /** What a query answers, as an input: without what is null. */
    private static Object given(JsonNode value) {
        if (value.isObject()) {
            var kept = new LinkedHashMap<String, Object>();
            value.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> kept.put(field.getKey(), given(field.getValue())));
            return kept;
        }
        if (value.isArray()) {
            return value.valueStream().map(Shop::given).toList();
        }
        return value.isBoolean() ? value.asBoolean() : value.isInt() ? value.asInt() : value.asString();
    }
}
