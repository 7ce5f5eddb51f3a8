package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@StartedApplication
class ProgramsOverHttpTests {
    private static final String TENANT = "{ tenant { name slug } }";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Merchants merchants;

    @BeforeEach
    void merchants() {
        merchants = new Merchants(port);
    }

    @Test
    void aProgramCallsTheApiByClientCredentials() {
        var merchant = merchants.signedUp();
        var client = client(merchant, "tenant:read", "returns:read");
        var answer = token(client, Map.of("grant_type", "client_credentials"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.at("/expires_in").asInt()).isBetween(500, 600);
        var asked = new Browser(port).graphql(TENANT, Map.of(), "Authorization", bearer(answer));
        assertThat(asked.at("/data/tenant/slug").asString()).as(asked.body()).isEqualTo(merchant.slug());
    }

    @Test
    void aProgramsRequestLeavesNoSessionBehind() {
        var client = client(merchants.signedUp(), "tenant:read");
        var token = token(client, Map.of("grant_type", "client_credentials"));
        var before = sessions();
        var asked = new Browser(port).graphql(TENANT, Map.of(), "Authorization", bearer(token));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Set-Cookie")).isNullOrEmpty();
        assertThat(new Browser(port).graphql(TENANT, Map.of()).header("Set-Cookie"))
                .as("nor does that of anybody")
                .isNullOrEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }

    @Test
    void aTokenHoldsNoMoreScopesThanWereAsked() {
        var client = client(merchants.signedUp(), "tenant:read", "returns:read");
        var narrow = token(client, Map.of("grant_type", "client_credentials", "scope", "returns:read"));
        var refused = new Browser(port).graphql(TENANT, Map.of(), "Authorization", bearer(narrow));
        assertThat(refused.at("/errors/0/extensions/classification").asString()).isEqualTo("FORBIDDEN");
        var greedy = token(client, Map.of("grant_type", "client_credentials", "scope", "refunds:write"));
        assertThat(greedy.status()).isEqualTo(400);
        assertThat(greedy.at("/error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void aRevokedProgramIsRefusedAtOnceAndGetsNoNewToken() {
        var merchant = merchants.signedUp();
        var client = client(merchant, "tenant:read");
        var token = token(client, Map.of("grant_type", "client_credentials"));
        merchant.browser()
                .mutate(
                        "revokeApiClient",
                        Map.of("apiClientId", client.at("/apiClient/id").asString()),
                        "apiClient { revokedAt }");
        var refused = new Browser(port).graphql(TENANT, Map.of(), "Authorization", bearer(token));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(token(client, Map.of("grant_type", "client_credentials")).status())
                .isEqualTo(401);
    }

    @Test
    void aWrongSecretAndAForgedTokenAreRefused() {
        var client = client(merchants.signedUp(), "tenant:read");
        var wrong = new Browser(port)
                .form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        basic(client.at("/apiClient/clientId").asString(), "rcs_wrong"));
        assertThat(wrong.status()).isEqualTo(401);
        for (var forged : List.of("nonsense", "a.b.c", "rs2.AAAA", "eyJhbGciOiJub25lIn0.eyJ0ZW5hbnQiOiIxIn0.")) {
            assertThat(new Browser(port)
                            .graphql(TENANT, Map.of(), "Authorization", "Bearer " + forged)
                            .status())
                    .as(forged)
                    .isEqualTo(401);
        }
    }

    @Test
    void aCookieAndATokenTogetherAreRefused() {
        var merchant = merchants.signedUp();
        var token = token(client(merchant, "tenant:read"), Map.of("grant_type", "client_credentials"));
        var both = merchant.browser().graphql(TENANT, Map.of(), "Authorization", bearer(token));
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.at("/code").asString()).isEqualTo("CREDENTIALS");
    }

    @Test
    void theSecretIsShownOnceAndTheSameKeyMakesNoSecondClient() {
        var merchant = merchants.signedUp();
        var input = Map.of("name", "ERP", "scopes", List.of("orders:read"), "idempotencyKey", "one");
        var first = merchant.browser().mutate("createApiClient", input, "apiClient { id } clientSecret");
        var second = merchant.browser().mutate("createApiClient", input, "apiClient { id } clientSecret");
        assertThat(first.path("clientSecret").asString()).startsWith("rcs_");
        assertThat(second.path("clientSecret").isNull()).isTrue();
        assertThat(second.at("/apiClient/id")).isEqualTo(first.at("/apiClient/id"));
        var people = Map.of("name", "ERP", "scopes", List.of("staff:write"), "idempotencyKey", "two");
        assertThat(merchant.browser()
                        .mutate("createApiClient", people, "clientSecret")
                        .at("/userErrors/0/code")
                        .asString())
                .isEqualTo("INVALID");
    }

    static JsonNode client(Merchants.Merchant merchant, String... scopes) {
        return merchant.browser()
                .mutate(
                        "createApiClient",
                        Map.of("name", "ERP", "scopes", List.of(scopes), "idempotencyKey", String.join("-", scopes)),
                        "apiClient { id clientId } clientSecret");
    }

    private Browser.Answer token(JsonNode client, Map<String, String> form) {
        return token(port, client, form);
    }

    static Browser.Answer token(int port, JsonNode client, Map<String, String> form) {
        return new Browser(port)
                .form(
                        "/oauth2/token",
                        form,
                        "Authorization",
                        basic(
                                client.at("/apiClient/clientId").asString(),
                                client.at("/clientSecret").asString()));
    }

    static String bearer(Browser.Answer token) {
        return "Bearer " + token.at("/access_token").asString();
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
