package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.Browser;
import app.retour.app.security.Merchants;
import app.retour.app.security.Merchants.Merchant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A merchant who signed up, went live and works over the API as the web admin does. */
record Shop(int port, Merchant merchant) {
    static final String CONTACT = "help@lumen.example";

    static Shop live(int port) {
        var shop = new Shop(port, new Merchants(port).signedUp());
        var updated = shop.mutate(
                "updateTenant",
                Map.of(
                        "version", shop.version(),
                        "name", "Lumen & Co",
                        "contactEmail", CONTACT,
                        "teamInbox", shop.team().address(),
                        "returnAddress",
                                Map.of(
                                        "name", "Lumen & Co",
                                        "street", "Mill Lane 4",
                                        "postcode", "10115",
                                        "city", "Berlin",
                                        "country", "DE")),
                "tenant { version }");
        shop.mutate("goLive", Map.of("version", updated.at("/tenant/version").asLong()), "tenant { live }");
        return shop;
    }

    private long version() {
        return ask("{ tenant { version } }", Map.of()).at("/tenant/version").asLong();
    }

    Letterbox team() {
        return new Letterbox("team-%s@lumen.example".formatted(merchant.slug()));
    }

    Browser staff() {
        return merchant.browser();
    }

    /** Uploads a CSV file and waits until it is read. */
    void importFile(String kind, String csv) {
        var boundary = "retour-" + UUID.randomUUID();
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nIMPORT\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"export.csv\"\r\nContent-Type: text/csv\r\n\r\n%2$s\r\n--%1$s--\r\n"
                        .formatted(boundary, csv);
        var stored = staff().send("POST", "/files", body, "Content-Type", "multipart/form-data; boundary=" + boundary);
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        var started = mutate(
                "startImport",
                Map.of(
                        "kind", kind,
                        "fileId", stored.at("/id").asString(),
                        "idempotencyKey", boundary),
                "import { id }");
        var id = started.at("/import/id").asString();
        var done = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> ask(
                                        "query($id: ID!) { import(id: $id) { state failure failed errors { line message } } }",
                                        Map.of("id", id))
                                .at("/import"),
                        found -> List.of("DONE", "FAILED")
                                .contains(found.at("/state").asString()));
        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/failed").asInt()).as(done.toString()).isZero();
    }

    void publish(List<Map<String, Object>> rules) {
        var saved = mutate("savePolicyDraft", Map.of("version", 0, "rules", rules), "draft { version }");
        mutate(
                "publishPolicyDraft",
                Map.of(
                        "version", saved.at("/draft/version").asLong(),
                        "note", "The rules of the journey",
                        "idempotencyKey", "publish-1"),
                "version { number }");
    }

    /** Payload of a mutation that must not be refused. */
    JsonNode mutate(String name, Map<String, ?> input, String selection) {
        var payload = staff().mutate(name, input, selection);
        assertThat(payload.at("/userErrors").size()).as(payload.toString()).isZero();
        return payload;
    }

    JsonNode ask(String document, Map<String, ?> variables) {
        var answer = staff().graphql(document, variables);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().has("errors")).as(answer.body()).isFalse();
        return answer.at("/data");
    }

    /** States and reasons of every message of a return, as the team reads them. */
    JsonNode messages(String returnId) {
        return ask(
                        "query($id: ID!) { return(id: $id) { messages { moment audience state reason } } }",
                        Map.of("id", returnId))
                .at("/return/messages");
    }
}
