package app.retour.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo merchant, whose own program sells and asks for returns over the API with a token. */
final class Shop {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 100;
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);
    private static final String SHOPPERS = "@shopper.example";
    private final String base;
    private final HttpClient people =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final HttpClient programs =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String credentials;
    private volatile Token token = new Token("", Instant.EPOCH);

    /** Ours live for ten minutes, and some runs for longer. */
    private record Token(String words, Instant renewedAt) {
        boolean isFresh() {
            return renewedAt.plus(RENEWED_AFTER).isAfter(Instant.now());
        }
    }

    Shop(int port) throws IOException, InterruptedException {
        base = "http://127.0.0.1:" + port;
        get("/session");
        post(people, "/session", Map.of("email", "owner@fjordwear.example", "password", "rainy-fjord-lantern-42"));
        var made = tell(
                "createApiClient",
                Map.of(
                        "name",
                        "Load",
                        "scopes",
                        List.of("orders:write", "orders:read", "returns:write", "returns:read"),
                        "idempotencyKey",
                        UUID.randomUUID().toString()),
                "apiClient { clientId } clientSecret");
        var client = made.at("/apiClient/clientId").asString() + ":"
                + made.at("/clientSecret").asString();
        credentials = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    }

    private String bearer() throws IOException, InterruptedException {
        if (!token.isFresh()) {
            renew();
        }
        return "Bearer " + token.words;
    }

    private synchronized void renew() throws IOException, InterruptedException {
        if (token.isFresh()) {
            return;
        }
        var asked = request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        var answer = JSON.readTree(
                programs.send(asked.build(), BodyHandlers.ofString()).body());
        token = new Token(answer.at("/access_token").asString(), Instant.now());
    }

    /** A line of an order that can be sent back once, and how its shopper finds it. */
    record Bought(String order, String line, String number) {
        String email() {
            return number + SHOPPERS;
        }
    }

    /** So many orders of one shirt each, delivered a week ago. */
    List<Bought> sell(int orders) throws IOException, InterruptedException {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var bought = new ArrayList<Bought>();
        for (var from = 0; from < orders; from += BATCH) {
            var batch = IntStream.range(from, Math.min(orders, from + BATCH))
                    .mapToObj(number -> order(run + "-" + number))
                    .toList();
            var told = call("upsertOrders", Map.of("orders", batch), "orders { id number lines { id } }");
            for (var order : told.at("/orders")) {
                bought.add(new Bought(
                        order.at("/id").asString(),
                        order.at("/lines/0/id").asString(),
                        order.at("/number").asString()));
            }
        }
        return bought;
    }

    private static Map<String, Object> order(String number) {
        var delivered = Instant.now().minus(Duration.ofDays(7));
        var order = new LinkedHashMap<String, Object>();
        order.put("externalId", number);
        order.put("number", number);
        order.put("email", number + SHOPPERS);
        order.put("placedAt", delivered.minus(Duration.ofDays(4)).toString());
        order.put("fulfilledAt", delivered.minus(Duration.ofDays(2)).toString());
        order.put("deliveredAt", delivered.toString());
        order.put("currencyCode", "EUR");
        order.put("subtotal", "49.00");
        order.put("shipping", "0.00");
        order.put("total", "49.00");
        order.put("shippingCountry", "DE");
        order.put("business", false);
        order.put("tenders", List.of(Map.of("id", "t", "kind", "CARD", "amount", "49.00", "label", "Visa")));
        order.put(
                "lines",
                List.of(Map.of(
                        "sku",
                        "LOAD-1",
                        "title",
                        "Wool shirt",
                        "quantity",
                        1,
                        "fulfilledQuantity",
                        1,
                        "unitPrice",
                        "49.00",
                        "finalSale",
                        false,
                        "giftCard",
                        false,
                        "tags",
                        List.of())));
        return order;
    }

    /** Hands in one request; it must be approved at once. */
    void submit(Bought bought) throws IOException, InterruptedException {
        var made = call(
                "requestReturn",
                Map.of(
                        "orderId",
                        bought.order(),
                        "items",
                        List.of(Map.of("orderLineId", bought.line(), "quantity", 1, "reason", "too_small")),
                        "idempotencyKey",
                        bought.line()),
                "return { id rmaNumber headline }");
        if (!made.at("/return/headline").asString().equals("APPROVED")) {
            throw new IllegalStateException(made.toString());
        }
    }

    /** A page or a list, as people open them. */
    int get(String path) throws IOException, InterruptedException {
        return people.send(request(path).build(), BodyHandlers.ofString()).statusCode();
    }

    /** A photo of a product. @return the status */
    int upload(byte[] photo) throws IOException, InterruptedException {
        return send("PHOTO", photo).statusCode();
    }

    HttpResponse<String> send(String kind, byte[] file) throws IOException, InterruptedException {
        var sent = request("/files")
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", bearer())
                .header("Content-Type", Multipart.TYPE)
                .POST(Multipart.form(Map.of("kind", kind), "file", file));
        return programs.send(sent.build(), BodyHandlers.ofString());
    }

    JsonNode ask(String document) throws IOException, InterruptedException {
        return ask(document, Map.of());
    }

    JsonNode ask(String document, Map<String, ?> variables) throws IOException, InterruptedException {
        return post(people, "/graphql", Map.of("query", document, "variables", variables));
    }

    JsonNode tell(String mutation, Map<String, Object> input, String selection)
            throws IOException, InterruptedException {
        return payload(mutation, post(people, "/graphql", body(mutation, input, selection)));
    }

    private JsonNode call(String mutation, Map<String, Object> input, String selection)
            throws IOException, InterruptedException {
        return payload(mutation, post(programs, "/graphql", body(mutation, input, selection)));
    }

    private static Map<String, Object> body(String mutation, Map<String, Object> input, String selection) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return Map.of(
                "query",
                "mutation($input: %s!) { %s(input: $input) { %s userErrors { message } } }"
                        .formatted(type, mutation, selection),
                "variables",
                Map.of("input", input));
    }

    private static JsonNode payload(String mutation, JsonNode answer) {
        var payload = answer.at("/data/" + mutation);
        if (payload.isMissingNode() || !payload.path("userErrors").isEmpty()) {
            throw new IllegalStateException(mutation + ": " + answer);
        }
        return payload;
    }

    private JsonNode post(HttpClient client, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (client == programs) {
            request.header("Authorization", bearer());
        } else {
            request.header("X-XSRF-TOKEN", csrf());
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private String csrf() {
        return people.cookieHandler()
                .map(CookieManager.class::cast)
                .flatMap(jar -> jar.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                        .findFirst())
                .map(cookie -> cookie.getValue())
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }
}
