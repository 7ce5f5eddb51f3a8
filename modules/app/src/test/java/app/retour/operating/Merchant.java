package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import app.retour.app.security.Merchants;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.people.SignUps;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A merchant whose account was opened without mails, with one order. */
record Merchant(TenantId tenant, String slug, String email, Browser browser) {
    static final String SHOPPER = "anna@mail.example";

    static Merchant signedIn(int port, SignUps signUps) {
        var slug = "one-" + Ids.next().toString().substring(24);
        var email = Merchants.anEmail();
        var opened = signUps.open(
                NewTenant.of("One", slug, "EUR", "Europe/Berlin", "en"), email, "Olga Owner", Merchants.PASSWORD);
        var browser = new Browser(port);
        assertThat(browser.signIn(email, Merchants.PASSWORD).status()).isEqualTo(200);
        return new Merchant(opened.tenant(), slug, email, browser);
    }

    JsonNode tell(String mutation, Map<String, ?> input, String selection) {
        var payload = browser.mutate(mutation, input, selection);
        assertThat(payload.path("userErrors").size()).as(payload.toString()).isZero();
        return payload;
    }

    /** From now on mail to shoppers waits to be sent. */
    void goesLive() {
        var version = browser.graphql("{ tenant { version } }", Map.of()).at("/data/tenant/version");
        var address =
                Map.of("name", "One", "street", "Mill Lane 4", "postcode", "10115", "city", "Berlin", "country", "DE");
        var updated = tell(
                "updateTenant",
                Map.of("version", version.asInt(), "contactEmail", "help@one.example", "returnAddress", address),
                "tenant { version }");
        tell("goLive", Map.of("version", updated.at("/tenant/version").asInt()), "tenant { live }");
    }

    /** @return the order as the API tells it */
    JsonNode sells(String number) {
        var line = Map.of("title", "Lamp", "sku", "LAMP", "quantity", 2, "fulfilledQuantity", 2, "unitPrice", "20.00");
        var order = Map.of(
                "externalId",
                number,
                "number",
                number,
                "email",
                SHOPPER,
                "placedAt",
                "2026-11-01T00:00:00Z",
                "fulfilledAt",
                "2026-11-02T00:00:00Z",
                "currencyCode",
                "EUR",
                "total",
                "40.00",
                "shipTo",
                Map.of("postcode", "10115", "country", "DE"),
                "lines",
                List.of(line));
        return tell("upsertOrders", Map.of("orders", List.of(order)), "orders { id lines { id } }")
                .at("/orders/0");
    }

    /** Asks to return one of an order. */
    JsonNode returns(JsonNode order) {
        return tell(
                        "requestReturn",
                        Map.of(
                                "orderId",
                                order.path("id").asString(),
                                "items",
                                List.of(Map.of(
                                        "orderLineId",
                                        order.at("/lines/0/id").asString(),
                                        "quantity",
                                        1,
                                        "reason",
                                        "changed_mind")),
                                "idempotencyKey",
                                UUID.randomUUID().toString()),
                        "return { id }")
                .path("return");
    }
}
