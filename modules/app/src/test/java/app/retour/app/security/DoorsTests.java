package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StartedApplication
class DoorsTests {
    private static final String STOREFRONT = "{ storefront { slug } }";

    @LocalServerPort
    int port;

    @Autowired
    ShopperSessions shoppers;

    @Autowired
    Tenants tenants;

    private Merchants merchants;

    @BeforeEach
    void merchants() {
        merchants = new Merchants(port);
    }

    @Test
    void aShoppersTokenOpensTheirMerchantsApiAndNothingOfTheStaffs() {
        var merchant = merchants.signedUp();
        var token = "Bearer " + shoppers.issue(tenants.bySlug(merchant.slug()).orElseThrow(), Ids.next(), true);
        var shopper = new Browser(port);
        assertThat(shopper.graphql(STOREFRONT, Map.of(), "Authorization", token)
                        .at("/data/storefront/slug")
                        .asString())
                .isEqualTo(merchant.slug());
        for (var closed :
                new String[] {"{ tenant { name } }", "{ viewer { email } }", "{ __schema { types { name } } }"}) {
            assertThat(shopper.graphql(closed, Map.of(), "Authorization", token)
                            .at("/errors/0/extensions/classification")
                            .asString())
                    .as(closed)
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void aSessionOfStaffCountsForNothingAtThePortal() {
        var merchant = merchants.signedUp();
        var page = merchant.browser().get("/r/" + merchant.slug(), "Accept", "text/html");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Shoe House");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        var find = merchant.browser().form("/r/" + merchant.slug() + "/find", Map.of("number", "1"));
        assertThat(find.status()).as("a form without its token").isEqualTo(403);
    }

    @Test
    void anUnknownPortalIsNotFound() {
        assertThat(new Browser(port)
                        .get("/r/nobody-at-all", "Accept", "text/html")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyStaffSeeTheSchemaOrTheExplorer() {
        var stranger = new Browser(port);
        assertThat(stranger.get("/graphiql/").status()).isEqualTo(401);
        assertThat(stranger.graphql("{ __schema { types { name } } }", Map.of())
                        .at("/errors/0")
                        .isMissingNode())
                .isFalse();
        var staff = merchants.signedUp().browser();
        assertThat(staff.graphql("{ __schema { queryType { name } } }", Map.of())
                        .at("/data/__schema/queryType/name")
                        .asString())
                .isEqualTo("Query");
    }

    @Test
    void theAdminsPagesComeWithAStrictPolicy() {
        var page = new Browser(port).get("/admin/returns/abc");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .contains("style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(new Browser(port).get("/session").header("Cache-Control")).contains("no-store");
        assertThat(new Browser(port).send("TRACE", "/session", null).status()).isBetween(400, 499);
        assertThat(new Browser(port).get("/").header("Location")).endsWith("/admin/");
    }

    @Test
    void anOperatorSeesHealthAndMeasures() {
        var operator = Browser.local(port);
        assertThat(operator.get("/livez").status()).isEqualTo(200);
        assertThat(operator.get("/readyz").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/health/liveness").at("/status").asString())
                .isEqualTo("UP");
        var measures = operator.get("/actuator/prometheus");
        assertThat(measures.status()).as(measures.body()).isEqualTo(200);
        assertThat(measures.body()).contains("jvm_memory_used_bytes");
        assertThat(operator.get("/actuator/info").at("/timeZones/version").asString())
                .as("the edition of the time zones that days are counted by (JDK 25.0.3: 2026a)")
                .matches("20\\d\\d[a-z]+");
        assertThat(operator.get("/actuator/info", "X-Forwarded-For", "203.0.113.9")
                        .status())
                .isIn(401, 403);
        assertThat(operator.get("/actuator/env").status()).isEqualTo(404);
        assertThat(operator.get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.9")
                        .status())
                .as("from elsewhere, by a proxy")
                .isIn(401, 403);
        for (var chain :
                List.of("127.0.0.1", "10.0.0.7, 127.0.0.1", "127.0.0.1, 10.0.0.7", "203.0.113.9, 127.0.0.1", "::1")) {
            assertThat(operator.get("/actuator/prometheus", "X-Forwarded-For", chain)
                            .status())
                    .as("whatever a proxy says: " + chain)
                    .isIn(401, 403);
        }
    }

    @Test
    void programsAreToldOfWhatIsServedAndOfNothingElse() {
        var metadata = new Browser(port).get("/.well-known/oauth-authorization-server");
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "issuer",
                        "token_endpoint",
                        "jwks_uri",
                        "grant_types_supported",
                        "response_types_supported",
                        "token_endpoint_auth_methods_supported");
        assertThat(metadata.at("/token_endpoint").asString()).endsWith("/oauth2/token");
        assertThat(metadata.at("/grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
    }

    @Test
    void everyAnswerHasAnIdThatItsErrorRepeats() {
        var nobody = new Browser(port).get("/nowhere", "X-Correlation-Id", "given-by-the-proxy");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("X-Correlation-Id")).isEqualTo("given-by-the-proxy");
        assertThat(nobody.at("/correlationId").asString()).isEqualTo("given-by-the-proxy");
        var missing = merchants.signedUp().browser().get("/nowhere");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.at("/correlationId").asString()).isEqualTo(missing.header("X-Correlation-Id"));
        var injected = new Browser(port).get("/livez", "X-Correlation-Id", "no spaces or <tags>");
        assertThat(injected.header("X-Correlation-Id")).doesNotContain("<");
    }

    @Test
    void bodiesThatAreTooLargeAreRefusedUnread() {
        var answer = new Browser(port).post("/graphql", Map.of("query", "x".repeat(5 << 20)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.at("/code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void webhooksNeedNoTokenOfTheirs() {
        assertThat(new Browser(port)
                        .post("/webhooks/easypost/" + "0".repeat(40), Map.of())
                        .status())
                .isNotIn(403, 500);
    }
}
