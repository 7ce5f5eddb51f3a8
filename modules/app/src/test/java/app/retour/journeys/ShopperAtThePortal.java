package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A shopper who proved their order on the hosted pages, and goes on there or over the API with the same session. */
final class ShopperAtThePortal {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private final Browser browser;
    private final int port;
    private final String base;

    private ShopperAtThePortal(int port, String slug) {
        this.port = port;
        this.browser = new Browser(port);
        this.base = "/r/" + slug;
    }

    static ShopperAtThePortal proving(Shop shop, String number, String email) {
        var shopper = new ShopperAtThePortal(shop.port(), shop.merchant().slug());
        var form = shopper.browser.get(shopper.base);
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        var answer = shopper.browser.form(
                shopper.base + "/find", Map.of("number", number, "proof", email, "_csrf", csrf(form.body())));
        assertThat(answer.status()).as(answer.body()).isBetween(300, 399);
        assertThat(shopper.browser.cookies).containsKey("RETOUR_SHOPPER");
        return shopper;
    }

    /** Asks to return one unit of a line. */
    JsonNode request(String sku, String reason, Map<String, Object> more) {
        return request(line(sku), reason, more);
    }

    /** @param line as {@link #line} found it */
    JsonNode request(JsonNode line, String reason, Map<String, Object> more) {
        return request(line, reason, more, UUID.randomUUID().toString());
    }

    /** @param key who asks again with it asks for nothing new */
    JsonNode request(JsonNode line, String reason, Map<String, Object> more, String key) {
        var item = new LinkedHashMap<String, Object>(more);
        item.put("orderLineId", line.at("/orderLineId").asString());
        item.put("quantity", 1);
        item.put("reason", reason);
        return request(List.of(item), key);
    }

    JsonNode request(List<Map<String, Object>> items) {
        return request(items, UUID.randomUUID().toString());
    }

    private JsonNode request(List<Map<String, Object>> items, String key) {
        var payload = api("""
                        mutation($input: RequestReturnInput!) { requestReturn(input: $input) {
                          return { id rmaNumber headline items { id decision } }
                          userErrors { code field message } } }""", Map.of("input", Map.of("items", items, "idempotencyKey", key)))
                .at("/requestReturn");
        assertThat(payload.at("/userErrors").size()).as(payload.toString()).isZero();
        return payload.at("/return");
    }

    JsonNode line(String sku) {
        for (var line : api(
                        "{ returnOptions { lines { orderLineId sku blocked exchangeVariants { productId sku } } } }",
                        Map.of())
                .at("/returnOptions/lines")) {
            if (line.at("/sku").asString().equals(sku)) {
                return line;
            }
        }
        throw new AssertionError("No line " + sku);
    }

    /** The messages they may read. */
    List<String> messages(String returnId) {
        return api("query($id: ID!) { return(id: $id) { messages { subject } } }", Map.of("id", returnId))
                .at("/return/messages")
                .valueStream()
                .map(message -> message.at("/subject").asString())
                .toList();
    }

    /** Gives what was asked for of an item. */
    void gives(String returnId, Map<String, Object> evidence) {
        var payload = api(
                "mutation($input: GiveEvidenceInput!) { giveEvidence(input: $input) { userErrors { code message } } }",
                Map.of("input", Map.of("returnId", returnId, "evidence", List.of(evidence))));
        assertThat(payload.at("/giveEvidence/userErrors").size())
                .as(payload.toString())
                .isZero();
    }

    /** The token of the session. */
    String session() {
        return Objects.requireNonNull(browser.cookies.get("RETOUR_SHOPPER"));
    }

    private JsonNode api(String document, Map<String, ?> variables) {
        var answer = new Browser(port)
                .graphql(document, variables, "Authorization", "Bearer " + browser.cookies.get("RETOUR_SHOPPER"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().has("errors")).as(answer.body()).isFalse();
        return answer.at("/data");
    }

    private static String csrf(String page) {
        var found = CSRF.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
