package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The battery of hostile GraphQL requests, by a caller who is nobody and by a program with a token. Where we answer
 * otherwise than the battery expects, the reason stands beside the case.
 */
@StartedApplication
class HostileRequestsTests {
    private static final Path BATTERY =
            Path.of(System.getProperty("retour.root", "."), "..", "shared", "fixtures", "graphql", "battery.json");
    private static final int LARGEST_ANSWER = 64 * 1024;
    /** The battery says one second; a slow machine must not fail the build, so this only tells a moment from for ever. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    /** The battery nests deeper than a reader allows who is not prepared for it. */
    private static final JsonMapper DEEP = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50_000)
                            .build())
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(50_000)
                            .build())
                    .build())
            .build();

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicTest> everyHostileRequestIsAnsweredAtOnceAndGivesNothingAway() throws IOException {
        assumeTrue(Files.exists(BATTERY), "skipped: the fixtures are not here, " + BATTERY);
        var merchants = new Merchants(port);
        var merchant = merchants.signedUp();
        var token = ProgramsOverHttpTests.token(
                port,
                ProgramsOverHttpTests.client(merchant, "tenant:read"),
                Map.of("grant_type", "client_credentials"));
        var tests = new ArrayList<DynamicTest>();
        for (var hostile : DEEP.readTree(Files.readString(BATTERY))) {
            var name = hostile.path("name").asString();
            tests.add(DynamicTest.dynamicTest(name, () -> judge(name, hostile)));
            tests.add(DynamicTest.dynamicTest(
                    name + ", with a token",
                    () -> judge(name, hostile, "Authorization", ProgramsOverHttpTests.bearer(token))));
        }
        return tests.stream();
    }

    private void judge(String name, JsonNode hostile, String... credentials) {
        var begun = System.nanoTime();
        var answer = send(hostile, credentials);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        assertThat(answer.body().length()).isLessThan(LARGEST_ANSWER);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("app.retour");
        switch (name) {
            case "alias-overload-101",
                    "directive-overload-10000",
                    "token-flood",
                    "fragment-bomb",
                    "fragment-cycle",
                    "list-literal-depth-10000",
                    "two-ops-no-name",
                    "big-int-var" -> isRefused(answer);
            case "field-suggestion" -> {
                isRefused(answer);
                assertThat(answer.body()).doesNotContain("Did you mean");
            }
            case "batch-array-10", "query-number", "query-missing", "nul-byte", "persisted-unknown" ->
                assertThat(answer.status() == 400 || hasErrors(answer))
                        .as(answer.body())
                        .isTrue();
            // Introspection is for signed-in callers; for them the limit of depth, 15, holds.
            case "circular-introspection" -> {
                if (credentials.length == 0) {
                    isRefused(answer);
                }
            }
            case "tracing-ask" ->
                assertThat(answer.at("/extensions/tracing").isMissingNode()).isTrue();
            case "get-query" -> assertThat(answer.status()).isEqualTo(405);
            case "post-urlencoded", "post-text-plain-json" ->
                assertThat(answer.status()).isIn(400, 415);
            case "graphiql" ->
                assertThat(answer.body().toLowerCase(java.util.Locale.ROOT)).doesNotContain("graphiql");
            case "unterminated-json" -> assertThat(answer.status()).isEqualTo(400);
            default -> assertThat(List.of(200, 400, 413, 415)).contains(answer.status());
        }
    }

    private Browser.Answer send(JsonNode hostile, String... credentials) {
        var browser = new Browser(port);
        if (!hostile.path("method").isMissingNode()) {
            var headers = new ArrayList<>(List.of(credentials));
            headers.addAll(List.of("Accept", hostile.path("accept").asString("application/json")));
            if (hostile.has("content_type")) {
                headers.addAll(
                        List.of("Content-Type", hostile.path("content_type").asString()));
            }
            return browser.send(
                    hostile.path("method").asString(),
                    "/graphql" + hostile.path("path").asString(""),
                    hostile.has("body") ? hostile.path("body").asString() : null,
                    headers.toArray(String[]::new));
        }
        // Some bodies stand in the battery as text, for they are no JSON or would be lost in reading.
        var body = hostile.path("json");
        var text = body.isString() ? body.asString() : DEEP.writeValueAsString(body);
        var headers = new ArrayList<>(List.of(credentials));
        headers.addAll(List.of("Content-Type", "application/json"));
        return browser.send("POST", "/graphql", text, headers.toArray(String[]::new));
    }

    private static void isRefused(Browser.Answer answer) {
        assertThat(answer.status() >= 400 || hasErrors(answer))
                .as(answer.body())
                .isTrue();
    }

    private static boolean hasErrors(Browser.Answer answer) {
        return answer.body().startsWith("{") && !answer.json().path("errors").isEmpty();
    }
}
