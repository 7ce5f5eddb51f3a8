package app.retour.orders;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** Puts each absurd value that its type allows into each place of each input of this module: never a fault of ours. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class AbsurdInputsIntegrationTests {
    private static final List<Object> DECIMALS = List.of(
            "-1",
            "-50.00",
            "0",
            "0.00",
            "0.005",
            "8.2645",
            "0." + "0".repeat(35) + "1",
            "999999999999.99",
            "1000000000000",
            "1" + "0".repeat(30),
            "9".repeat(40),
            "-" + "9".repeat(39));
    private static final List<Object> WHOLES = List.of(-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Object> TIMES = List.of(
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "1970-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "2199-12-31T23:59:59+18:00");
    private static final List<Object> DAYS =
            List.of("0001-01-01", "9999-12-31", "+999999999-12-31", "-999999999-01-01");
    private static final List<Object> TEXTS = List.of(
            "",
            " ",
            "x".repeat(20_000),
            "nul\0nul",
            "\uD800",
            "\u202E\u0007",
            "1e30",
            "NaN",
            "-",
            "' or 1=1 --",
            "%_\\",
            "5.93214E+12");

    @Autowired
    GraphQlClient api;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(new UUID(0, 0));

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    private static Map<String, Object> object(Object... pairs) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            object.put(pairs[i].toString(), pairs[i + 1]);
        }
        return object;
    }

    private static Map<String, Object> address() {
        return object(
                "name",
                "Ada",
                "company",
                "A",
                "line1",
                "B",
                "line2",
                "C",
                "city",
                "D",
                "postcode",
                "10115",
                "province",
                "E",
                "country",
                "DE",
                "phone",
                "030 123456");
    }

    @Test
    void ofOrders() {
        var line = object(
                "externalId",
                "l1",
                "sku",
                "S",
                "title",
                "Shirt",
                "variantTitle",
                "M",
                "quantity",
                2,
                "fulfilledQuantity",
                1,
                "unitPrice",
                "10.00",
                "paid",
                "20.00",
                "tax",
                "1.00",
                "taxRate",
                "5",
                "giftCard",
                false,
                "finalSale",
                false,
                "vendor",
                "V",
                "productType",
                "T",
                "tags",
                List.of("t"),
                "weightGrams",
                100);
        var order = object(
                "externalId",
                "1",
                "number",
                "#1",
                "email",
                "ada@example.com",
                "shopperName",
                "Ada",
                "shopperPhone",
                "030 123456",
                "placedAt",
                "2026-11-01T10:00:00Z",
                "fulfilledAt",
                "2026-11-02T10:00:00Z",
                "deliveredAt",
                "2026-11-03T10:00:00Z",
                "canceledAt",
                "2026-11-04T10:00:00Z",
                "currencyCode",
                "EUR",
                "exchangeRate",
                "1.1",
                "subtotal",
                "20.00",
                "discount",
                "0.00",
                "shipping",
                "5.00",
                "shippingTax",
                "0.50",
                "paymentFee",
                "1.00",
                "taxes",
                "1.50",
                "duties",
                "1.00",
                "tips",
                "1.00",
                "rounding",
                "0.01",
                "total",
                "28.01",
                "refundedOutside",
                "2.00",
                "outsideRefunds",
                List.of(object(
                        "id",
                        "r",
                        "kind",
                        "GOODS",
                        "lineExternalId",
                        "l1",
                        "sku",
                        "S",
                        "quantity",
                        1,
                        "amount",
                        "1.00",
                        "tenderId",
                        "c")),
                "tags",
                List.of("t"),
                "discountCodes",
                List.of("d"),
                "shippingCountry",
                "DE",
                "channel",
                "web",
                "tenders",
                List.of(object("id", "c", "kind", "CARD", "amount", "28.01", "label", "Visa")),
                "shipTo",
                address(),
                "billTo",
                address(),
                "lines",
                List.of(line));
        walk("upsertOrders", "UpsertOrdersInput", object("orders", List.of(order)));
    }

    @Test
    void ofProductsAndShoppers() {
        walk(
                "upsertProducts",
                "UpsertProductsInput",
                object(
                        "products",
                        List.of(object(
                                "productKey",
                                "p",
                                "sku",
                                "S",
                                "title",
                                "Shirt",
                                "options",
                                List.of(object("name", "Size", "value", "M")),
                                "vendor",
                                "V",
                                "productType",
                                "T",
                                "tags",
                                List.of("t"),
                                "weightGrams",
                                100,
                                "price",
                                object("amount", "10.00", "currencyCode", "EUR"),
                                "imageUrl",
                                "https://shop.example/p.png"))));
        walk("setProductPicture", "SetProductPictureInput", object("productKey", "p", "sku", "S", "fileId", "333"));
        walk(
                "upsertShoppers",
                "UpsertShoppersInput",
                object(
                        "shoppers",
                        List.of(object(
                                "email",
                                "ada@example.com",
                                "name",
                                "Ada",
                                "phone",
                                "030 123456",
                                "locale",
                                "de",
                                "tags",
                                List.of("t"),
                                "lifetimeOrders",
                                3,
                                "lifetimeSpend",
                                object("amount", "10.00", "currencyCode", "EUR")))));
    }

    @Test
    void ofAllElse() {
        walk(
                "updateOrderSettings",
                "UpdateOrderSettingsInput",
                object("historyCompleteSince", "2026-01-01", "finalSaleTag", "sale"));
        walk(
                "startShopperSession",
                "StartShopperSessionInput",
                object("orderNumber", "1", "email", "ada@example.com", "postcode", "10115", "phone", "030 123456"));
        walk("issueShopperLink", "IssueShopperLinkInput", object("orderId", "333"));
        walk(
                "startImport",
                "StartImportInput",
                object("kind", "SHOPIFY_ORDERS", "fileId", "333", "idempotencyKey", "k"));
        var order = "{ \"orders\": 1 }";
        walk(
                "pushAttributes",
                "PushAttributesInput",
                object("orderId", "333", "attributes", List.of(object("name", "tier", "values", List.of(order)))));
    }

    @Test
    void ofQuestions() {
        var wrong = new ArrayList<String>();
        for (var text : TEXTS) {
            for (var question : List.of(
                    "orders(search: $text) { edges { node { id } } }",
                    "orders(after: $text) { edges { node { id } } }",
                    "products(search: $text) { edges { node { id } } }",
                    "shoppers(search: $text) { edges { node { id } } }",
                    "orderByNumber(number: $text) { id }",
                    "order(id: $id) { id }",
                    "import(id: $id) { id }")) {
                var variable = question.contains("$id") ? "$id: ID!" : "$text: String!";
                judge(
                        "query(%s) { %s }".formatted(variable, question),
                        Map.of(question.contains("$id") ? "id" : "text", text),
                        question,
                        wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void walk(String mutation, String type, Map<String, Object> input) {
        var document = "mutation($input: %s!) { %s(input: $input) { userErrors { field code message } } }"
                .formatted(type, mutation);
        var wrong = new ArrayList<String>();
        for (var place : leaves(input, "")) {
            for (var absurd : absurdities(place.value)) {
                var value = with(input, place.path, absurd, "");
                judge(document, Map.of("input", value), mutation + place.path + " = " + shortened(absurd), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void judge(String document, Map<String, Object> variables, String what, List<String> wrong) {
        var staff = Caller.staff(tenant, new UUID(1, 1), Scopes.ALL);
        var asked = document.contains("startShopperSession") ? Caller.anonymous(tenant) : staff;
        var answer = TenantContext.callAs(
                tenant,
                () -> asked.call(
                        () -> api.document(document).variables(variables).executeSync()));
        answer.getErrors().stream()
                .filter(error -> !String.valueOf(error.getErrorType()).matches("BAD_REQUEST|NOT_FOUND|ValidationError"))
                .forEach(error -> wrong.add(what + ": " + error));
    }

    private record Leaf(String path, Object value) {}

    private static List<Leaf> leaves(Object value, String path) {
        var found = new ArrayList<Leaf>();
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> found.addAll(leaves(field, path + "." + name)));
        } else if (value instanceof List<?> items) {
            for (var i = 0; i < items.size(); i++) {
                found.addAll(leaves(items.get(i), path + "." + i));
            }
        } else if (!(value instanceof Boolean)) {
            found.add(new Leaf(path, value));
        }
        return found;
    }

    private static List<Object> absurdities(Object value) {
        if (value instanceof Integer) {
            return WHOLES;
        }
        var text = value.toString();
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return TIMES;
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d")
                ? DAYS
                : text.matches("\\d+(\\.\\d+)?") && !text.equals("333") ? both() : TEXTS;
    }

    /** A text that looks like a number may be either; what its type does not allow is refused by the type. */
    private static List<Object> both() {
        var both = new ArrayList<>(DECIMALS);
        both.addAll(TEXTS);
        return both;
    }

    private static Object with(Object value, String path, Object absurd, String here) {
        if (here.equals(path)) {
            return absurd;
        }
        if (value instanceof Map<?, ?> fields) {
            var copy = new LinkedHashMap<String, Object>();
            fields.forEach((name, field) -> copy.put(name.toString(), with(field, path, absurd, here + "." + name)));
            return copy;
        }
        if (value instanceof List<?> items) {
            var copy = new ArrayList<>();
            for (var i = 0; i < items.size(); i++) {
                copy.add(with(items.get(i), path, absurd, here + "." + i));
            }
            return copy;
        }
        return value;
    }

    private static String shortened(Object value) {
        var text = value.toString().replace("\0", "<NUL>");
        return text.length() < 40 ? text : text.substring(0, 40) + "…";
    }
}
