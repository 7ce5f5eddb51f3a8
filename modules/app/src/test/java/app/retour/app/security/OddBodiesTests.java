package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies that are no request at all, as a program with a mistake in it sends them: each is told so, in a sentence. */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddBodiesTests {
    private static final List<String> NO_OBJECTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "[null]",
            "[{\"query\":\"{ tenant { name } }\"}]",
            "\"x\"",
            "1",
            "true",
            "{",
            "\u0000");

    @LocalServerPort
    int port;

    private String bearer = "";

    @SuppressWarnings("NullAway.Init")
    private Browser staff;

    @BeforeAll
    void aProgram() {
        var merchant = new Merchants(port).signedUp();
        staff = merchant.browser();
        var client = ProgramsOverHttpTests.client(merchant, "tenant:read");
        bearer = ProgramsOverHttpTests.bearer(
                ProgramsOverHttpTests.token(port, client, Map.of("grant_type", "client_credentials")));
    }

    static Stream<String> noObjects() {
        return NO_OBJECTS.stream();
    }

    static Stream<String> noOperations() {
        return Stream.concat(
                noObjects(),
                Stream.of(
                        "{}",
                        "{\"query\":null}",
                        "{\"query\":\"\"}",
                        "{\"query\":[]}",
                        "{\"query\":{}}",
                        "{\"variables\":[]}",
                        "{\"query\":\"{ tenant { name } }\",\"variables\":[]}",
                        "{\"query\":\"{ tenant { name } }\",\"variables\":\"x\"}",
                        "{\"query\":\"{ tenant { name } }\",\"extensions\":1}",
                        "{\"query\":\"{ tenant { name } }\",\"operationName\":{}}"));
    }

    @ParameterizedTest
    @MethodSource("noOperations")
    void whatIsNoOperationIsRefusedInASentence(String body) {
        for (var accept : List.of("application/json", "application/graphql-response+json", "text/event-stream")) {
            for (var credentials : List.of(List.<String>of(), List.of("Authorization", bearer))) {
                var headers = new ArrayList<>(List.of("Content-Type", "application/json", "Accept", accept));
                headers.addAll(credentials);
                var answer = new Browser(port).send("POST", "/graphql", body, headers.toArray(String[]::new));
                assertThat(answer.status()).as(told(answer)).isIn(200, 400);
                assertThat(answer.body())
                        .as(told(answer))
                        .containsPattern("\"errors\":\\[\\{.*\"message\":\"[A-Z][^\"]* [^\"]*")
                        .contains("correlationId")
                        .doesNotContain("INTERNAL_ERROR");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void whatIsNoSignInIsRefusedInASentence(String body) {
        var stranger = new Browser(port);
        stranger.get("/session");
        for (var answer : List.of(
                stranger.send("POST", "/session", body, "Content-Type", "application/json"),
                staff.send("POST", "/session/tenant", body, "Content-Type", "application/json"))) {
            assertThat(answer.status()).as(told(answer)).isEqualTo(400);
            assertThat(answer.at("/code").asString()).as(told(answer)).isEqualTo("INVALID");
            assertThat(answer.at("/message").asString()).as(told(answer)).contains(" ");
        }
    }

    /** Of a token one is told by the codes of the standard, of a file by ours; a carrier reads nothing but the status. */
    @ParameterizedTest
    @MethodSource("noObjects")
    void whatBelongsToNobodyIsNoFaultOfOurs(String body) {
        for (var type :
                List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            var token = new Browser(port).send("POST", "/oauth2/token", body, "Content-Type", type);
            assertThat(token.status()).as(told(token)).isIn(400, 401);
            // The firewall is before the standard where a text has a character that none has.
            assertThat(token.at("/error").asString() + token.at("/code").asString())
                    .as(told(token))
                    .matches("invalid_\\w+|BAD_REQUEST");
            assertThat(token.at("/error_description").asString()
                            + token.at("/message").asString())
                    .as(told(token))
                    .contains(" ");
            var webhook =
                    new Browser(port).send("POST", "/webhooks/easypost/" + "a".repeat(40), body, "Content-Type", type);
            assertThat(webhook.status()).as(told(webhook)).isIn(404, 415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nPHOTO\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\na\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nnull\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\na\r\n--x--\r\n"
            })
    void anUploadWithoutItsPartsIsRefusedInASentence(String body) {
        var answer = new Browser(port)
                .send(
                        "POST",
                        "/files",
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=x",
                        "Authorization",
                        bearer);
        assertThat(answer.status()).as(told(answer)).isIn(400, 403);
        assertThat(answer.body()).as(told(answer)).containsPattern("\"message\":\"[A-Z][^\"]* [^\"]*");
    }

    private static String told(Browser.Answer answer) {
        return answer.status() + " " + answer.body();
    }
}
