package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@StartedApplication
class EventsOverHttpTests {
    private static final String PROGRESS =
            "subscription($id: ID!) { backTestProgress(id: $id) { state judged total endedAt } }";

    @LocalServerPort
    int port;

    private Merchants merchants;

    @BeforeEach
    void merchants() {
        merchants = new Merchants(port);
    }

    @Test
    void aBackTestTellsHowFarItIsUntilItEnds() {
        var staff = merchants.signedUp().browser();
        var told = staff.post(
                "/graphql",
                Map.of("query", PROGRESS, "variables", Map.of("id", aBackTest(staff))),
                "Accept",
                "text/event-stream");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Content-Type")).startsWith("text/event-stream");
        var events = Browser.Events.of(told.body()).data();
        assertThat(Browser.JSON
                        .readTree(events.getLast())
                        .at("/data/backTestProgress/state")
                        .asString())
                .isEqualTo("DONE");
        assertThat(told.body()).contains("event:complete");
    }

    @Test
    void nobodyWatchesWithoutRightsNorWhatIsAnotherMerchants() {
        var owner = merchants.signedUp();
        var test = Map.of("id", aBackTest(owner.browser()));
        assertThat(owner.browser()
                        .graphql(PROGRESS, test)
                        .at("/data/backTestProgress/total")
                        .asInt())
                .isZero();
        assertThat(new Browser(port)
                        .graphql(PROGRESS, test)
                        .at("/errors/0/extensions/classification")
                        .asString())
                .isEqualTo("UNAUTHORIZED");
        assertThat(merchants
                        .signedUp()
                        .browser()
                        .graphql(PROGRESS, test)
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        var forged = owner.browser()
                .post(
                        "/graphql",
                        Map.of("query", PROGRESS, "variables", test),
                        "Accept",
                        "text/event-stream",
                        "X-XSRF-TOKEN",
                        "x");
        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void whoAsksForEventsWithoutWantingAStreamIsToldHow() {
        var staff = merchants.signedUp().browser();
        var answer = staff.post("/graphql", Map.of("query", "subscription { pinged }"));
        assertThat(answer.body()).contains("text/event-stream");
        assertThat(staff.graphql("subscription { pinged }", Map.of())
                        .at("/data/pinged")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoTakesEventsAndJsonGetsJsonForWhatIsNoSubscription() {
        var staff = merchants.signedUp().browser();
        for (var accept : List.of(
                "application/graphql-response+json, application/json, text/event-stream, multipart/mixed",
                "text/event-stream, */*")) {
            var answer = staff.graphql("{ tenant { name } }", Map.of(), "Accept", accept);
            assertThat(answer.at("/data/tenant/name").asString())
                    .as(answer.body())
                    .isEqualTo("Shoe House");
        }
        var alone = staff.graphql("{ tenant { name } }", Map.of(), "Accept", "text/event-stream");
        assertThat(Browser.Events.of(alone.body()).first()).contains("Shoe House");
    }

    private static String aBackTest(Browser staff) {
        staff.mutate(
                "savePolicyDraft",
                Map.of(
                        "version",
                        0,
                        "rules",
                        List.of(Map.of(
                                "name", "r", "when", Map.of("all", List.of()), "then", Map.of("tags", List.of("x"))))),
                "draft { version }");
        return staff.mutate("startBackTest", Map.of("days", 30, "idempotencyKey", "b"), "backTest { id }")
                .at("/backTest/id")
                .asString();
    }
}
