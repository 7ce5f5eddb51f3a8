package app.retour.app.security;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does for identity: keeps cookies, repeats the CSRF token. Programs use it without cookies. */
public final class Browser {
    public static final JsonMapper JSON = new JsonMapper();
    private static final Random RANDOM = new Random();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    public final Map<String, String> cookies = new LinkedHashMap<>();
    private final String base;
    private final int port;

    private final @Nullable String forwardedFor;

    /** As if by a proxy, each from an address of its own: tries are counted by network. */
    public Browser(int port) {
        this(port, "2001:db8:%x:%x::1".formatted(RANDOM.nextInt(0x10000), RANDOM.nextInt(0x10000)));
    }

    private Browser(int port, @Nullable String forwardedFor) {
        this("127.0.0.1", port, forwardedFor);
    }

    private Browser(String host, int port, @Nullable String forwardedFor) {
        this.forwardedFor = forwardedFor;
        this.base = "http://" + host + ":" + port;
        this.port = port;
    }

    /** From this very machine. */
    public static Browser local(int port) {
        return new Browser(port, null);
    }

    /** The same, by another name of this machine: what it brings along is this one's. */
    public Browser astrayAt(String host) {
        var other = new Browser(host, port, forwardedFor);
        other.cookies.putAll(cookies);
        return other;
    }

    public int port() {
        return port;
    }

    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public JsonNode at(String pointer) {
            return json().at(pointer);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, JSON.writeValueAsString(body), with(headers, "Content-Type", "application/json"));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer graphql(String document, Map<String, ?> variables, String... headers) {
        var body = Map.of("query", document, "variables", variables);
        if (!document.startsWith("subscription")) {
            return post("/graphql", body, headers);
        }
        var told = post("/graphql", body, with(headers, "Accept", "text/event-stream"));
        return new Answer(told.status(), Events.of(told.body()).first(), told.response());
    }

    /** Server-sent events as they stand in a body: what each carries, without beats and the end. */
    public record Events(List<String> data) {
        public static Events of(String body) {
            return new Events(body.lines()
                    .filter(line -> line.startsWith("data:") && line.length() > "data:{}".length())
                    .map(line -> line.substring("data:".length()))
                    .toList());
        }

        /** The first, or an answer without anything. */
        public String first() {
            return data.isEmpty() ? "{}" : data.getFirst();
        }
    }

    /** Runs a mutation of one input and gives its payload. */
    public JsonNode mutate(String name, Map<String, ?> input, String selection) {
        var type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
        var answer = graphql(
                "mutation($input: %s!) { %s(input: $input) { %s userErrors { code field message } } }"
                        .formatted(type, name, selection),
                Map.of("input", input));
        if (!answer.json().path("errors").isMissingNode() || answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.at("/data/" + name);
    }

    public Answer form(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    public Answer signIn(String email, String password) {
        get("/session");
        return post("/session", Map.of("email", email, "password", password));
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(3))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (forwardedFor != null && !List.of(headers).contains("X-Forwarded-For")) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey("XSRF-TOKEN") && !List.of(headers).contains("X-XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
    }

    private void keep(String setCookie) {
        var parts = setCookie.split(";")[0].split("=", 2);
        if (parts[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(parts[0]);
        } else {
            cookies.put(parts[0], parts[1]);
        }
    }

    private static String[] with(String[] headers, String... more) {
        var all = new ArrayList<>(List.of(headers));
        if (!all.contains(more[0])) {
            all.addAll(List.of(more));
        }
        return all.toArray(String[]::new);
    }
}
