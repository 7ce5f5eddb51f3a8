package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.decide;
import static app.retour.journeys.WrittenRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.StartedApplication;
import app.retour.journeys.StatementLog.Origin;
import app.retour.journeys.StatementLog.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a shopper's request costs the database, its message included. Prints each statement; the bounds may sink, and rise only on purpose. */
@StartedApplication
@Import(StatementLog.class)
class CostOfAReturnTests {
    @LocalServerPort
    int port;

    @Autowired
    StatementLog log;

    @Test
    void aRequestThatIsApprovedAtOnceStaysCheap() {
        var shop = Shop.live(port);
        var file = new OrderFile();
        for (var number : List.of("6001", "6002")) {
            file.order(number, shop.email("cost"), "SHIRT-M", "Linen shirt - M", "59.90", 10);
        }
        shop.importFile("SHOPIFY_ORDERS", file.csv());
        shop.publish(List.of(rule("Trust", ALWAYS, decide("APPROVE", null))));
        // A draft in the shadow judges every request too, and costs it nothing.
        shop.mutate(
                "savePolicyDraft",
                Map.of("version", 0, "rules", List.of(rule("Doubt", ALWAYS, decide("REVIEW", null)))),
                "draft { version }");
        shop.mutate("startShadowRun", Map.of("days", 1, "idempotencyKey", "shadow"), "shadowRun { id }");
        // The first one finds everything cold.
        ask(shop, "6001");
        shop.box("cost").awaitMail("approved");
        shop.settled();

        var request = ask(shop, "6002");
        await().atMost(Duration.ofMinutes(3)).until(() -> shop.box("cost").all().size() == 2);
        print("The request", request);
        assertThat(request)
                .as("the door looks whose the order is; a number is reserved; then one transaction on one connection")
                .hasSize(3);
        assertThat(statements(request)).isBetween(10, 34);
        assertThat(roundTrips(request)).isBetween(10, 16);
        assertThat(request.getLast().statements()).noneMatch(statement -> statement.contains("shadow"));
        assertThat(log.of(Origin.LISTENER))
                .as("the message was planned in the same transaction: nothing is left to be heard")
                .isEmpty();
    }

    /** What the request itself sent. */
    private List<Work> ask(Shop shop, String number) {
        var shopper = ShopperAtThePortal.proving(shop, number, shop.email("cost"));
        var line = shopper.line("SHIRT-M");
        log.clear();
        shopper.request(line, "too_small", Map.of("resolution", "REFUND"));
        return log.of(Origin.REQUEST);
    }

    private static int statements(List<Work> works) {
        return works.stream().mapToInt(work -> work.statements().size()).sum();
    }

    private static int roundTrips(List<Work> works) {
        return works.stream().mapToInt(Work::roundTrips).sum();
    }

    private static void print(String title, List<Work> works) {
        System.out.printf(
                "%s: %d statements in %d round trips, %d times a connection%n",
                title, statements(works), roundTrips(works), works.size());
        for (var work : works) {
            System.out.println("  --");
            work.statements().forEach(statement -> System.out.println("  " + statement));
        }
    }
}
