package app.retour.app.security;

import static app.retour.app.security.Merchants.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.api.GlobalId;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Where somebody is signed in, and what ends it. */
@StartedApplication
class SessionsOverHttpTests {
    private static final String OTHER = "seven lazy turtles paint the harbour";
    private static final String SESSIONS = "{ viewer { id sessions { id device current signedInAt lastSeenAt } } }";
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

    @LocalServerPort
    int port;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> stored;

    private Merchants.Merchant merchant;
    private Browser here;
    private Browser elsewhere;

    @BeforeEach
    void signedInTwice() {
        merchant = new Merchants(port).signedUp();
        here = merchant.browser();
        elsewhere = new Browser(port);
        elsewhere.get("/session");
        elsewhere.post("/session", Map.of("email", merchant.email(), "password", PASSWORD), "User-Agent", FIREFOX);
        assertThat(isSignedIn(elsewhere)).isTrue();
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndEndsOneSession() {
        var sessions = here.graphql(SESSIONS, Map.of()).at("/data/viewer/sessions");
        assertThat(sessions.size()).isEqualTo(2);
        var other = sessions.get(0).path("current").asBoolean() ? sessions.get(1) : sessions.get(0);
        assertThat(other.path("device").asString()).isEqualTo("Firefox on Windows");
        var hour = Instant.now().truncatedTo(ChronoUnit.HOURS).toString();
        assertThat(other.path("lastSeenAt").asString())
                .as("to the hour, and not before signing in")
                .isIn(other.path("signedInAt").asString(), hour);
        assertThat(here.cookies.values())
                .noneMatch(cookie -> cookie.contains(
                        GlobalId.parse(other.path("id").asString()).id().toString()));
        var ended = here.mutate(
                "endSessions", Map.of("sessionId", other.path("id").asString()), "viewer { sessions { current } }");
        assertThat(ended.at("/viewer/sessions").size()).isEqualTo(1);
        assertThat(ended.at("/viewer/sessions/0/current").asBoolean()).isTrue();
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        var again =
                here.mutate("endSessions", Map.of("sessionId", other.path("id").asString()), "viewer { id }");
        assertThat(again.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        var stranger = new Merchants(port).signedUp().browser();
        var theirs = here.graphql(SESSIONS, Map.of())
                .at("/data/viewer/sessions/0/id")
                .asString();
        var refused = stranger.mutate("endSessions", Map.of("sessionId", theirs), "viewer { id }");
        assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(isSignedIn(here) && isSignedIn(elsewhere)).isTrue();
    }

    @Test
    void everyOtherSessionIsEndedAtOnce() {
        here.mutate("endSessions", Map.of(), "viewer { id }");
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
    }

    @Test
    void aChangedPasswordEndsEverySessionButThis() {
        var changed = here.mutate("changePassword", Map.of("currentPassword", PASSWORD, "password", OTHER), "changed");
        assertThat(changed.path("changed").asBoolean()).as(changed.toString()).isTrue();
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
    }

    @Test
    void switchingAnAuthenticatorAppOnAndOffEndsEverySessionButThis() throws Exception {
        var secret = here.mutate("startTotp", Map.of("currentPassword", PASSWORD), "secret")
                .path("secret")
                .asString();
        assertThat(isSignedIn(elsewhere)).as("not in force yet").isTrue();
        var on = here.mutate(
                "confirmTotp", Map.of("code", code(secret)), "recoveryCodes viewer { totpEnabled recoveryCodesLeft }");
        assertThat(on.at("/viewer/totpEnabled").asBoolean()).as(on.toString()).isTrue();
        assertThat(on.at("/viewer/recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        var codes = on.path("recoveryCodes");
        elsewhere.get("/session");
        var byCode = elsewhere.post(
                "/session",
                Map.of(
                        "email",
                        merchant.email(),
                        "password",
                        PASSWORD,
                        "totp",
                        codes.get(0).asString()));
        assertThat(byCode.status()).as(byCode.body()).isEqualTo(200);
        var off = here.mutate(
                "disableTotp",
                Map.of("currentPassword", PASSWORD, "code", codes.get(1).asString()),
                "viewer { totpEnabled }");
        assertThat(off.at("/viewer/totpEnabled").asBoolean(true))
                .as(off.toString())
                .isFalse();
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
    }

    @Test
    void aSessionEndsSevenDaysAfterSigningInHoweverBusyItIs() {
        var person = GlobalId.parse(
                        here.graphql(SESSIONS, Map.of()).at("/data/viewer/id").asString())
                .id()
                .toString();
        beganAt(stored, person, Instant.now().minus(Duration.ofDays(7).minusMinutes(5)));
        assertThat(isSignedIn(here)).isTrue();
        beganAt(stored, person, Instant.now().minus(Duration.ofDays(7)));
        assertThat(isSignedIn(here)).isFalse();
    }

    @Test
    void goingOnAtAnotherMerchantDoesNotBeginAnew() {
        var person = GlobalId.parse(
                        here.graphql(SESSIONS, Map.of()).at("/data/viewer/id").asString())
                .id()
                .toString();
        var began = Instant.now().minus(Duration.ofDays(6)).toEpochMilli();
        beganAt(stored, person, Instant.ofEpochMilli(began));
        var tenant = here.get("/session").at("/tenantId").asString();
        assertThat(here.post("/session/tenant", Map.of("tenantId", tenant)).status())
                .isEqualTo(200);
        assertThat(stored.findByPrincipalName(person).values())
                .isNotEmpty()
                .allSatisfy(session ->
                        assertThat(session.<Long>getAttribute("signedInAt")).isEqualTo(began));
    }

    @Test
    void aTokenOfAnotherSessionOrOfNoneProvesNothing() {
        var own = here.cookies.get("XSRF-TOKEN");
        var nobodys = new Browser(port);
        nobodys.get("/session");
        for (var foreign : new String[] {
            elsewhere.cookies.get("XSRF-TOKEN"), nobodys.cookies.get("XSRF-TOKEN"), "made up", "made.up", own + "0"
        }) {
            here.cookies.put("XSRF-TOKEN", foreign);
            var forged =
                    here.graphql("mutation { updateViewer(input: {name: \"Eve\"}) { viewer { name } } }", Map.of());
            assertThat(forged.status()).as(foreign).isEqualTo(403);
            assertThat(forged.at("/code").asString()).isEqualTo("CSRF");
        }
        here.cookies.put("XSRF-TOKEN", own);
        assertThat(here.mutate("updateViewer", Map.of("name", "Olga"), "viewer { name }")
                        .at("/viewer/name")
                        .asString())
                .isEqualTo("Olga");
    }

    @Test
    void whatHappenedWithAnAccountStandsInTheAuditOfItsMerchant() {
        new Browser(port).signIn(merchant.email(), "not the password");
        elsewhere.delete("/session");
        elsewhere.get("/session");
        elsewhere.post("/session", Map.of("email", merchant.email(), "password", PASSWORD));
        endTheOther();
        for (var action :
                new String[] {"person.signed_in", "person.sign_in_failed", "person.signed_out", "person.sessions_ended"
                }) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> here.graphql(
                                            "query($a: String) { auditEntries(first: 5, action: $a) { edges { node { at } } } }",
                                            Map.of("a", action))
                                    .at("/data/auditEntries/edges")
                                    .size()
                            > 0);
        }
    }

    private void endTheOther() {
        var sessions = here.graphql(SESSIONS, Map.of()).at("/data/viewer/sessions");
        var other = sessions.get(sessions.get(0).path("current").asBoolean() ? 1 : 0);
        here.mutate("endSessions", Map.of("sessionId", other.path("id").asString()), "viewer { id }");
        assertThat(isSignedIn(elsewhere)).isFalse();
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.get("/session").at("/signedIn").asBoolean();
    }

    private static <S extends Session> void beganAt(
            FindByIndexNameSessionRepository<S> stored, String person, Instant moment) {
        stored.findByPrincipalName(person).values().forEach(session -> {
            session.setAttribute(HeldSession.SIGNED_IN_AT, moment.toEpochMilli());
            stored.save(session);
        });
    }

    private static String code(String base32) throws Exception {
        var bits = BigInteger.ONE;
        for (var letter : base32.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        var bytes = bits.toByteArray();
        var key = new byte[20];
        System.arraycopy(bytes, bytes.length - key.length, key, 0, key.length);
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), Instant.now());
    }
}
