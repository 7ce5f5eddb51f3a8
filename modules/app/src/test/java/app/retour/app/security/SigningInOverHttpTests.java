package app.retour.app.security;

import static app.retour.app.security.Merchants.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@StartedApplication
class SigningInOverHttpTests {
    private static final String VIEWER = "{ viewer { email role tenant { slug } memberships { slug current } } }";

    @LocalServerPort
    int port;

    private Merchants merchants;

    @BeforeEach
    void merchants() {
        merchants = new Merchants(port);
    }

    @Test
    void aMerchantSignsUpConfirmsAndSignsIn() {
        var merchant = merchants.signedUp();
        var viewer = merchant.browser().graphql(VIEWER, Map.of());
        assertThat(viewer.at("/data/viewer/email").asString()).isEqualTo(merchant.email());
        assertThat(viewer.at("/data/viewer/role").asString()).isEqualTo("OWNER");
        assertThat(viewer.at("/data/viewer/tenant/slug").asString()).isEqualTo(merchant.slug());
        assertThat(viewer.at("/data/viewer/memberships/0/current").asBoolean()).isTrue();
        var session = merchant.browser().get("/session");
        assertThat(session.at("/signedIn").asBoolean()).isTrue();
        assertThat(session.at("/role").asString()).isEqualTo("OWNER");
    }

    @Test
    void aKnownAddressGetsAnotherMailAndTheSameAnswer() {
        var merchant = merchants.signedUp();
        var stranger = new Browser(port);
        var again =
                stranger.mutate("signUp", Merchants.signUp(merchant.email(), "again-" + merchant.slug()), "mailSent");
        assertThat(again.path("mailSent").asBoolean()).isTrue();
        assertThat(again.path("userErrors").isEmpty()).isTrue();
        assertThat(Merchants.mail(merchant.email(), "already has")).contains("nothing was changed");
        assertThat(stranger.mutate("requestPasswordReset", Map.of("email", Merchants.anEmail()), "mailSent"))
                .isEqualTo(stranger.mutate("requestPasswordReset", Map.of("email", merchant.email()), "mailSent"));
    }

    @Test
    void signingInTellsNoDifferenceBetweenAWrongPasswordAndAnUnknownAddress() {
        var merchant = merchants.signedUp();
        var wrong = new Browser(port).signIn(merchant.email(), "not the password");
        var unknown = new Browser(port).signIn(Merchants.anEmail(), PASSWORD);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.at("/code")).isEqualTo(unknown.at("/code"));
        assertThat(wrong.at("/message")).isEqualTo(unknown.at("/message"));
        assertThat(wrong.at("/correlationId").asString()).isEqualTo(wrong.header("X-Correlation-Id"));
    }

    @Test
    void theSessionCookieIsNewAfterSigningInAndNotForScripts() {
        var browser = merchants.signedUp().browser();
        var before = browser.cookies.get("RETOUR_SESSION");
        var merchant = merchants.signedUp();
        browser.get("/session");
        var signedIn = browser.post("/session", Map.of("email", merchant.email(), "password", PASSWORD));
        assertThat(browser.cookies.get("RETOUR_SESSION")).isNotEqualTo(before);
        assertThat(signedIn.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("RETOUR_SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void strangersGuessesShutNobodyOutWhereTheySignedInBefore() {
        var merchant = merchants.signedUp();
        merchant.browser().delete("/session");
        var signedIn = merchant.browser().signIn(merchant.email(), PASSWORD);
        assertThat(signedIn.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("RETOUR_DEVICE_")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/session"));
        for (var i = 0; i < 10; i++) {
            new Browser(port).signIn(merchant.email(), "a guess");
        }
        var elsewhere = new Browser(port).signIn(merchant.email(), PASSWORD);
        assertThat(elsewhere.status()).isEqualTo(429);
        assertThat(elsewhere.header("Retry-After")).isEqualTo("90");
        merchant.browser().delete("/session");
        assertThat(merchant.browser().signIn(merchant.email(), PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsChangedByACookieWithoutItsToken() {
        var browser = merchants.signedUp().browser();
        var forged = browser.graphql(
                "mutation { updateViewer(input: {name: \"Eve\"}) { viewer { name } } }",
                Map.of(),
                "X-XSRF-TOKEN",
                "guessed");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.at("/code").asString()).isEqualTo("CSRF");
        assertThat(browser.graphql("{ viewer { name } }", Map.of())
                        .at("/data/viewer/name")
                        .asString())
                .isEqualTo("Olga Owner");
    }

    @Test
    void signingInNeedsTheTokenToo() {
        var merchant = merchants.signedUp();
        var forged = new Browser(port).post("/session", Map.of("email", merchant.email(), "password", PASSWORD));
        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        var browser = merchants.signedUp().browser();
        var cookie = browser.cookies.get("RETOUR_SESSION");
        assertThat(browser.delete("/session").status()).isEqualTo(204);
        browser.cookies.put("RETOUR_SESSION", cookie);
        var dead = browser.graphql(VIEWER, Map.of());
        assertThat(dead.status()).isEqualTo(401);
        assertThat(dead.at("/code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(browser.cookies).as("the dead cookie was taken back").doesNotContainKey("RETOUR_SESSION");
        assertThat(browser.graphql(VIEWER, Map.of())
                        .at("/errors/0/extensions/classification")
                        .asString())
                .isEqualTo("UNAUTHORIZED");
    }

    @Test
    void aChangedRoleEndsTheSessionAtOnce() {
        var merchant = merchants.signedUp();
        var agent = merchants.member(merchant, "AGENT");
        assertThat(agent.graphql(VIEWER, Map.of()).at("/data/viewer/role").asString())
                .isEqualTo("AGENT");
        var staff = merchant.browser().graphql("{ staff(first: 10) { edges { node { id role } } } }", Map.of());
        var member = staff.at("/data/staff/edges/1/node");
        assertThat(member.path("role").asString()).as(staff.body()).isEqualTo("AGENT");
        merchant.browser()
                .mutate(
                        "changeStaffRole",
                        Map.of("staffMemberId", member.path("id").asString(), "role", "VIEWER"),
                        "staffMember { role }");
        assertThat(agent.graphql(VIEWER, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void aRoleMayDoWhatItsScopesSayAndNoMore() {
        var merchant = merchants.signedUp();
        var viewer = merchants.member(merchant, "VIEWER");
        assertThat(viewer.graphql("{ tenant { name } }", Map.of())
                        .at("/data/tenant/name")
                        .asString())
                .isEqualTo("Shoe House");
        var refused = viewer.graphql(
                "mutation { createApiClient(input: {name: \"x\", scopes: [\"returns:read\"], idempotencyKey: \"k\"}) { clientSecret } }",
                Map.of());
        assertThat(refused.at("/errors/0/extensions/classification").asString()).isEqualTo("FORBIDDEN");
        assertThat(refused.at("/errors/0/extensions/correlationId").asString())
                .isEqualTo(refused.header("X-Correlation-Id"));
        assertThat(refused.json().path("data").isNull()
                        || refused.json().path("data").isMissingNode())
                .isTrue();
    }

    @Test
    void whoAsksForMoreThanTheyMayIsNotedByIdAndFieldAlone() {
        var merchant = merchants.signedUp();
        var viewer = merchants.member(merchant, "VIEWER");
        var logger = (Logger) LoggerFactory.getLogger("app.retour.api.AccessCheck");
        var level = logger.getLevel();
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        try {
            viewer.graphql("{ apiClients(first: 1) { edges { node { name } } } }", Map.of());
            new Browser(port).graphql("{ apiClients(first: 1) { edges { node { name } } } }", Map.of());
        } finally {
            logger.setLevel(level);
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .matches("Refused to STAFF [0-9a-f-]{36}: \\[.*Query\\.apiClients.*]");
    }

    @Test
    void aPersonSwitchesBetweenTheirMerchantsAndNoOthers() {
        var one = merchants.signedUp();
        var other = merchants.signedUp();
        one.browser()
                .mutate(
                        "inviteStaff",
                        Map.of("email", other.email(), "role", "AGENT", "idempotencyKey", "k1"),
                        "invitation { id }");
        other.browser()
                .mutate(
                        "acceptInvitation",
                        Map.of("token", Merchants.token(other.email(), "invites you"), "password", PASSWORD),
                        "accepted");
        assertThat(other.browser().graphql(VIEWER, Map.of()).status())
                .as("a new membership ends sessions")
                .isEqualTo(401);
        other.browser().signIn(other.email(), PASSWORD);
        var tenants = other.browser().graphql("{ viewer { memberships { tenantId slug } } }", Map.of());
        for (var membership : tenants.at("/data/viewer/memberships")) {
            var switched = other.browser()
                    .post(
                            "/session/tenant",
                            Map.of("tenantId", membership.path("tenantId").asString()));
            assertThat(switched.at("/tenantSlug")).as(switched.body()).isEqualTo(membership.path("slug"));
        }
        var stranger = merchants.signedUp();
        var foreign = stranger.browser()
                .graphql("{ tenant { id } }", Map.of())
                .at("/data/tenant/id")
                .asString();
        assertThat(other.browser()
                        .post("/session/tenant", Map.of("tenantId", foreign))
                        .status())
                .isEqualTo(404);
    }
}
