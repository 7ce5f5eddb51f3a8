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
    /** Kills at chosen moments; the others are at any. */
    private static final int CHOSEN = 2;

    private static final int LONGEST_START = 10_000;
    private static final int LONGEST_LIFE = 5_000;

    /** In microseconds, between the beginning of a mail and its end: the note that it may have left falls in there. */
    private static final int LONGEST_END = 20_000;

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
        var kills = Math.max(Integer.getInteger("retour.kills", CHOSEN + 1), CHOSEN);
        var atTheEnd = new Asked("5003", "before-answer");
        var inTheMail = new Asked("5001", "before-end");
        var waiting = new Asked("5002", "before-claim");
        killBeforeTheMailServerHadItWholeAndBeforeTheNextWasTaken(inTheMail, waiting);
        mortal.awaitReady();
        inTheMail.awaitTold();
        waiting.awaitTold();
        killBetweenTheEndOfAMailAndTheServersAnswer(atTheEnd);
        for (var kill = CHOSEN; kill < kills; kill++) {
            awaitMoment(kill == CHOSEN);
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
        atTheEnd.isLeftToAPerson();
        inTheMail.isToldOnce();
        waiting.isToldOnce();
    }

    /** The dispatcher waits for that answer, and everybody else works. */
    private void killBetweenTheEndOfAMailAndTheServersAnswer(Asked asked) throws SQLException, InterruptedException {
        gate.holdAnswerTo(".");
        asked.submit();
        asked.box.awaitMail("approved");
        assertThat(mortal.state(asked.box)).startsWith("HANDING_OVER");
        mortal.bustle.begin(random);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE));
        mortal.kill();
        gate.open();
        mortal.begin();
    }

    /** The mail server holds one mail up, so the other waits for its turn when the process dies. */
    private void killBeforeTheMailServerHadItWholeAndBeforeTheNextWasTaken(Asked inTheMail, Asked waiting)
            throws SQLException {
        gate.holdAnswerTo("DATA");
        inTheMail.submit();
        await().atMost(Duration.ofMinutes(3)).until(() -> gate.waiting() > 0);
        assertThat(mortal.state(inTheMail.box)).startsWith("CLAIMED");
        waiting.submit();
        mortal.kill();
        assertThat(inTheMail.box.subjects()).isEmpty();
        assertThat(mortal.state(waiting.box)).startsWith("QUEUED");
        gate.open();
        mortal.begin();
    }

    /**
     * At any time while it starts, at any time while it works, or while it tells the mail server a mail.
     *
     * @param atWork not while it starts
     */
    private void awaitMoment(boolean atWork) throws InterruptedException {
        var which = random.nextInt(5);
        if (which == 0 && !atWork) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_START));
            return;
        }
        mortal.awaitReady();
        if (which < 3) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE));
        } else {
            gate.awaitMail(Duration.ofMillis(LONGEST_LIFE));
            TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_END));
        }
    }

    /** One who looked at the last page before anybody was killed, and hands in their return at a chosen moment. */
    private final class Asked {
        private final String order;
        private final Letterbox box;
        private final Shopper.Page check;
        private String path = "";

        Asked(String order, String who) {
            this.order = order;
            this.box = shop.box(who);
            this.check = Shopper.of(shop.port(), shop.merchant().slug())
                    .find(order, shop.email(who))
                    .pick("Linen shirt")
                    .because("too_small", "");
        }

        void submit() {
            var decision = check.submit(Map.of());
            assertThat(decision.document().select(".hero.is-approved")).isNotEmpty();
            path = decision.path();
        }

        void awaitTold() {
            await().atMost(Duration.ofMinutes(3)).until(() -> mortal.state(box).startsWith("SENT"));
        }

        private String id() {
            return path.split("/")[2];
        }

        /** Nobody can know whether its mail was taken. */
        void isLeftToAPerson() throws SQLException {
            assertThat(mortal.state(box)).startsWith("FAILED: Unknown whether it was sent");
            assertThat(box.all()).hasSize(1);
            assertThat(shop.messages(id())
                            .valueStream()
                            .filter(message -> message.at("/moment").asString().equals("APPROVED")))
                    .singleElement()
                    .satisfies(message -> assertThat(message.at("/reason").asString())
                            .as("what staff read")
                            .contains("not sent again by itself"));
        }

        /** They never saw the answer, and send the same page again: the return is there once, and so is its mail. */
        void isToldOnce() throws SQLException {
            assertThat(check.submit(Map.of()).path()).isEqualTo(path);
            var rma = shop.found(id(), "rmaNumber headline");
            assertThat(rma.at("/headline").asString()).isEqualTo("APPROVED");
            assertThat(box.subjects())
                    .singleElement()
                    .asString()
                    .startsWith("Return " + rma.at("/rmaNumber").asString() + " approved");
            assertThat(shop.messages(id())
                            .valueStream()
                            .filter(message -> message.at("/state").asString().equals("SENT")))
                    .hasSize(1);
            assertThat(mortal.count("select count(*) from returns.return_authorization where order_number like '%"
                            + order + "'"))
                    .isEqualTo(1);
            assertThat(mortal.count(
                            "select count(*) from returns.return_item i join returns.return_authorization a on a.id = i.return_id"
                                    + " where a.order_number like '%" + order + "'"))
                    .isEqualTo(1);
        }
    }
}
