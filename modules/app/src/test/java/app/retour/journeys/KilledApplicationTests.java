package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.journeys.portal.Shopper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The process is killed (SIGKILL) at chosen moments and at any: whatever it said yes to is there once, is done once and is
 * told once, and asking once more with the same key makes nothing new. {@code -Pchaos} kills it more often;
 * {@code -Dretour.kills} says how often, {@code -Dretour.kills.seed} when.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledApplicationTests {
    private static final int LONGEST_START = 10_000;
    private static final int LONGEST_LIFE = 5_000;
    private final Random random = new Random();
    private MortalShop mortal;
    private Shop shop;
    private MailGate gate;

    @BeforeAll
    void aMerchantAndSomeOrders() throws IOException, SQLException {
        var seed = Long.getLong("retour.kills.seed", ThreadLocalRandom.current().nextLong());
        System.out.printf("-Dretour.kills.seed=%d%n", seed);
        random.setSeed(seed);
        mortal = new MortalShop(random);
        shop = mortal.shop;
        gate = mortal.gate;
    }

    @AfterAll
    void stop() throws IOException {
        mortal.close();
    }

    @Test
    void nothingThatWasAcknowledgedIsLostOrDoneTwiceWheneverItIsKilled() throws SQLException, InterruptedException {
        var kills = Integer.getInteger("retour.kills", 3);
        mortal.bustle.begin(random);
        for (var kill = 1; kill <= kills; kill++) {
            if (kill > 1 && random.nextInt(5) == 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_START));
            } else {
                mortal.awaitReady();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE));
            }
            mortal.kill();
            mortal.begin();
        }
        mortal.awaitReady();
        mortal.bustle.end();
        new Leftovers(mortal.database).awaitNone(mortal.bank::askings);
        var reckoned = Reckoned.of(mortal.database, mortal.yes, mortal.bank);
        System.out.printf("%d kills: %s%n", kills, reckoned);
        reckoned.faults().forEach(System.out::println);
        assertThat(reckoned.faults()).isEmpty();
        assertThat(mortal.yes.submits).isNotEmpty();
        assertThat(mortal.yes.refunds).isNotEmpty();
        assertThat(mortal.yes.imports).isNotEmpty();
        assertThat(mortal.yes.backTests).isNotEmpty();
        assertThat(reckoned.unknownMailsThatNeverLeft()).isEmpty();
    }

    @Test
    void killedBeforeTheMailServerHadItWholeAndBeforeAnybodyElseHeardOfIt() throws SQLException {
        var box = shop.box("before-end");
        var check = checked("5001", "before-end");
        gate.holdAnswerTo("DATA");
        var decision = check.submit(Map.of());
        await().atMost(Duration.ofMinutes(3)).until(() -> gate.waiting() > 0);
        assertThat(mortal.state(box)).startsWith("CLAIMED");
        var otherBox = shop.box("before-listener");
        var otherCheck = checked("5002", "before-listener");
        Shopper.Page other;
        try (var obstacle = mortal.database.as("postgres");
                var statement = obstacle.createStatement()) {
            obstacle.setAutoCommit(false);
            // The first thing that the listener needs.
            statement.execute("lock table notifications.conversation in exclusive mode");
            other = otherCheck.submit(Map.of());
            assertThat(other.document().select(".hero.is-approved")).isNotEmpty();
            mortal.kill();
            obstacle.rollback();
        }
        assertThat(box.subjects()).isEmpty();
        assertThat(mortal.state(otherBox)).isEqualTo("none");
        assertThat(mortal.count("select count(*) from event_publication where listener_id like '%ReturnMoments%'"))
                .as("what was announced and not heard")
                .isPositive();
        gate.open();

        beginAgain();
        box.awaitMail("approved");
        otherBox.awaitMail("approved");
        // They never saw the answer, and send the same page again.
        assertThat(check.submit(Map.of()).path()).isEqualTo(decision.path());
        assertThat(otherCheck.submit(Map.of()).path()).isEqualTo(other.path());
        toldOnce(box, decision, "5001");
        toldOnce(otherBox, other, "5002");
        assertThat(mortal.count("select count(*) from event_publication where listener_id like '%ReturnMoments%'"))
                .isZero();
    }

    @Test
    void killedBetweenTheEndOfAMailAndTheServersAnswer() throws SQLException {
        var box = shop.box("before-answer");
        var check = checked("5003", "before-answer");
        gate.holdAnswerTo(".");
        var decision = check.submit(Map.of());
        box.awaitMail("approved");
        assertThat(mortal.state(box)).startsWith("HANDING_OVER");
        mortal.kill();
        gate.open();

        beginAgain();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(mortal.state(box)).startsWith("FAILED: Unknown whether it was sent"));
        var id = decision.path().split("/")[2];
        assertThat(shop.messages(id)
                        .valueStream()
                        .filter(message -> message.at("/moment").asString().equals("APPROVED")))
                .singleElement()
                .satisfies(message -> assertThat(message.at("/reason").asString())
                        .as("what staff read")
                        .contains("a person may"));
        staysAlone(box);
    }

    private Shopper.Page checked(String order, String who) {
        return Shopper.of(shop.port(), shop.merchant().slug())
                .find(order, shop.email(who))
                .pick("Linen shirt")
                .because("too_small", "");
    }

    private static void staysAlone(Letterbox box) {
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofMinutes(3))
                .until(() -> box.all().size() == 1);
    }

    /** The return is there once, and so is its mail, and nothing else comes for a while. */
    private void toldOnce(Letterbox box, Shopper.Page decision, String order) throws SQLException {
        var id = decision.path().split("/")[2];
        var rma = shop.found(id, "rmaNumber headline");
        assertThat(rma.at("/headline").asString()).isEqualTo("APPROVED");
        staysAlone(box);
        assertThat(box.subjects())
                .singleElement()
                .asString()
                .startsWith("Return " + rma.at("/rmaNumber").asString() + " approved");
        assertThat(shop.messages(id)
                        .valueStream()
                        .filter(message -> message.at("/state").asString().equals("SENT")))
                .hasSize(1);
        assertThat(mortal.count(
                        "select count(*) from returns.return_authorization where order_number like '%" + order + "'"))
                .isEqualTo(1);
        assertThat(mortal.count(
                        "select count(*) from returns.return_item i join returns.return_authorization a on a.id = i.return_id"
                                + " where a.order_number like '%" + order + "'"))
                .isEqualTo(1);
    }

    private void beginAgain() {
        mortal.begin();
        mortal.awaitReady();
    }
}
