package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.Browser;
import app.retour.app.security.Merchants;
import app.retour.app.security.Merchants.Merchant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A merchant who signed up, went live and works over the API as the web admin does. */
record Shop(int port, Merchant merchant, Browser staff) {
    static final String CONTACT = "help@lumen.example";

    static Shop live(int port) {
        return live(port, "en");
    }

    /** @param locale the language of the business */
    static Shop live(int port, String locale) {
        var merchant = new Merchants(port).signedUp(locale);
        var shop = new Shop(port, merchant, merchant.browser());
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

    /** The same shop, worked in by somebody of that role. */
    Shop as(String role) {
        return new Shop(port, merchant, new Merchants(port).member(merchant, role));
    }

    Letterbox box(String who) {
        return new Letterbox(email(who));
    }

    /** An address that no other test writes to. */
    String email(String who) {
        return "%s+%s-ada@example.com".formatted(who, merchant.slug());
    }

    List<String> teamMailAbout(String rma) {
        return team().subjects().stream()
                .filter(subject -> subject.contains(rma + " "))
                .toList();
    }

    /** Nothing waits any more, so that what has not arrived never will. */
    void settled() {
        await().atMost(Duration.ofMinutes(3))
                .during(Duration.ofMillis(1500))
                .until(() -> ask("{ notificationCounts { waiting failed } }", Map.of())
                                .at("/notificationCounts/waiting")
                                .asInt()
                        == 0);
    }

    /** What a file's path answers to whoever is signed in here. */
    HttpResponse<byte[]> fetch(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(
                        "Cookie",
                        staff.cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** One return as the team sees it. */
    JsonNode found(String returnId, String selection) {
        return ask("query($id: ID!) { return(id: $id) { %s } }".formatted(selection), Map.of("id", returnId))
                .at("/return");
    }

    /** Uploads a CSV file. */
    static String uploaded(Browser staff, String csv) {
        var boundary = "retour-" + UUID.randomUUID();
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nIMPORT\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"export.csv\"\r\nContent-Type: text/csv\r\n\r\n%2$s\r\n--%1$s--\r\n"
                        .formatted(boundary, csv);
        var stored = staff.send("POST", "/files", body, "Content-Type", "multipart/form-data; boundary=" + boundary);
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        return stored.at("/id").asString();
    }

    /** Uploads a CSV file and waits until it is read. */
    void importFile(String kind, String csv) {
        var file = uploaded(staff, csv);
        var started = mutate(
                "startImport",
                Map.of("kind", kind, "fileId", file, "idempotencyKey", "import-" + file),
                "import { id }");
        var id = started.at("/import/id").asString();
        var done = await().atMost(Duration.ofMinutes(3))
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

    /** The product's own recipes, in their own order, and told what they ask of shoppers. */
    void publishRecipes() {
        mutate("updateOrderSettings", Map.of("historyCompleteSince", "2020-01-01"), "orderSettings { __typename }");
        publish(ask("""
                { ruleRecipes { rule { id name enabled isFinal when then {
                  decision { outcome shopperReason } fee { kind amount rate per } returnShipping keepItem
                  evidence { photos comment } tags team priority } } } }""", Map.of())
                .at("/ruleRecipes")
                .valueStream()
                .map(recipe -> (Map<String, Object>) given(recipe.at("/rule")))
                .toList());
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
