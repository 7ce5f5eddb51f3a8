package app.retour.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import app.retour.app.security.Merchants;
import app.retour.app.security.Merchants.Merchant;
import java.util.List;
import java.util.Map;

/** A merchant who signed up at one replica and works at any. */
record Tenant(Merchant merchant) {
    static final String SHOPPER = "anna@mail.example";

    static Tenant signedUp(int port) {
        return new Tenant(new Merchants(port).signedUp());
    }

    String slug() {
        return merchant.slug();
    }

    /** The same session at another replica. */
    Browser atOther(int port) {
        var browser = new Browser(port);
        browser.cookies.putAll(merchant.browser().cookies);
        return browser;
    }

    void sellsALamp(String number) {
        var line = Map.of("title", "Lamp", "sku", "LAMP", "quantity", 1, "fulfilledQuantity", 1, "unitPrice", "20.00");
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
                "20.00",
                "shipTo",
                Map.of("postcode", "10115", "country", "DE"),
                "lines",
                List.of(line));
        var payload = merchant.browser().mutate("upsertOrders", Map.of("orders", List.of(order)), "orders { id }");
        assertThat(payload.at("/userErrors").size()).as(payload.toString()).isZero();
    }

    List<String> returnsSeenAt(int port) {
        var answer = atOther(port).graphql("{ returns(first: 5) { edges { node { rmaNumber } } } }", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("/data/returns/edges")
                .valueStream()
                .map(each -> each.at("/node/rmaNumber").asString())
                .toList();
    }

    /** @return the path that leads to it, at each replica */
    String uploadsAFile() {
        var body = """
                --lamp\r
                Content-Disposition: form-data; name="kind"\r
                \r
                IMPORT\r
                --lamp\r
                Content-Disposition: form-data; name="file"; filename="export.csv"\r
                Content-Type: text/csv\r
                \r
                Name,Email\r
                \r
                --lamp--\r
                """;
        var stored =
                merchant.browser().send("POST", "/files", body, "Content-Type", "multipart/form-data; boundary=lamp");
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        return stored.at("/path").asString();
    }
}
