package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.decide;
import static app.retour.journeys.WrittenRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.StartedApplication;
import app.retour.journeys.OrderFile.Line;
import app.retour.journeys.portal.Shopper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import retour.testkit.TestDatabase;

/**
 * A shopper hands in her request and the process is killed (SIGKILL) right after: what was committed is there once, is
 * told once, and asking once more with the same key makes nothing new.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledApplicationTests {
    private static final Line SHIRT = new Line("SHIRT-M", "Linen shirt - M", "59.90");
    /** Of its own: other contexts of this JVM would take up what the killed process left. */
    private final TestDatabase database = TestDatabase.shared().apart("killed");

    private MailGate gate;
    private RunningRetour running;
    private Shop shop;

    @BeforeAll
    void aMerchantAndTwoOrders() throws IOException {
        gate = new MailGate(StartedApplication.Mail.inbox().getSmtp().getPort());
        running = RunningRetour.start(settings());
        shop = Shop.live(running.port());
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("5001", shop.email("before-smtp"), 10, LocalTime.NOON, SHIRT)
                        .order("5002", shop.email("before-listener"), 10, LocalTime.NOON, SHIRT)
                        .csv());
        shop.publish(List.of(rule("Trust", ALWAYS, decide("APPROVE", null))));
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
        gate.close();
    }

    @Test
    void killedBeforeTheMailServerHeardOfIt() throws SQLException {
        var box = shop.box("before-smtp");
        var shopper = Shopper.of(shop.port(), shop.merchant().slug());
        var check = shopper.find("5001", box.address()).pick("Linen shirt").because("too_small", "");
        var before = shopper.asOfNow();
        gate.shut();
        var decision = check.submit(Map.of());
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(told("""
                            select state || ': ' || reason from notifications.notification
                            where recipient_email = ? and moment = 'APPROVED'""", box)).startsWith("CLAIMED");
            assertThat(gate.callers()).as("who waits at the shut gate").isPositive();
        });
        running.kill();
        assertThat(box.subjects()).isEmpty();
        gate.open();

        running = RunningRetour.start(shop.port(), settings());
        box.awaitMail("approved");
        // She never saw the answer, and sends the same page again.
        var again = before.open("/return/check").submit(Map.of());
        assertThat(again.path()).isEqualTo(decision.path());
        toldOnce(box, decision, "5001");
    }

    @Test
    void killedBeforeAnybodyHeardOfIt() throws SQLException {
        var box = shop.box("before-listener");
        var shopper = Shopper.of(shop.port(), shop.merchant().slug());
        var check = shopper.find("5002", box.address()).pick("Linen shirt").because("too_small", "");
        var before = shopper.asOfNow();
        Shopper.Page decision;
        try (var obstacle = database.as("postgres");
                var statement = obstacle.createStatement()) {
            obstacle.setAutoCommit(false);
            // The first thing that the listener needs.
            statement.execute("lock table notifications.conversation in exclusive mode");
            decision = check.submit(Map.of());
            assertThat(decision.document().select(".hero.is-approved")).isNotEmpty();
            running.kill();
            obstacle.rollback();
        }
        assertThat(told("select count(*) from notifications.notification where recipient_email = ?", box))
                .isEqualTo("0");
        assertThat(count("select count(*) from event_publication where listener_id like '%ReturnMoments%'"))
                .as("what was announced and not heard")
                .isPositive();

        running = RunningRetour.start(shop.port(), settings());
        box.awaitMail("approved");
        var again = before.open("/return/check").submit(Map.of());
        assertThat(again.path()).isEqualTo(decision.path());
        toldOnce(box, decision, "5002");
        assertThat(count("select count(*) from event_publication where listener_id like '%ReturnMoments%'"))
                .isZero();
    }

    /** The return is there once, and so is its mail, and nothing else comes for a while. */
    private void toldOnce(Letterbox box, Shopper.Page decision, String order) throws SQLException {
        var id = decision.path().split("/")[2];
        var rma = shop.found(id, "rmaNumber headline");
        assertThat(rma.at("/headline").asString()).isEqualTo("APPROVED");
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofMinutes(3))
                .until(() -> box.all().size() == 1);
        assertThat(box.subjects())
                .containsExactly("Return %s approved: how to send it back"
                        .formatted(rma.at("/rmaNumber").asString()));
        assertThat(shop.messages(id)
                        .valueStream()
                        .filter(message -> message.at("/state").asString().equals("SENT")))
                .hasSize(1);
        assertThat(count("select count(*) from returns.return_authorization where order_number like '%" + order + "'"))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from returns.return_item i join returns.return_authorization a on a.id = i.return_id"
                                + " where a.order_number like '%" + order + "'"))
                .isEqualTo(1);
    }

    private Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", gate.port(),
                "retour.notifications.lease", "4s",
                "retour.notifications.first-pause", "1s",
                // How soon what a dead process left behind counts as failed.
                "spring.modulith.events.staleness.check-interval", "1s",
                "spring.modulith.events.staleness.published", "3s",
                "spring.modulith.events.staleness.processing", "3s",
                "spring.modulith.events.staleness.resubmitted", "10s");
    }

    private String told(String question, Letterbox box) throws SQLException {
        try (var connection = database.as("postgres");
                var statement = connection.prepareStatement(question)) {
            statement.setString(1, box.address());
            var answer = statement.executeQuery();
            return answer.next() ? answer.getString(1) : "none";
        }
    }

    private int count(String question) throws SQLException {
        try (var connection = database.as("postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
