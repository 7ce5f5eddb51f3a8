package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.status.Headline;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnStep;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** The clock travels; the queue's own jobs are brought forward and run by the queue. */
@RetourTest
class WaitingForTheShopperTests {
    private static final Map<String, Object> WORDS_FIRST = Map.of(
            "name",
            "words",
            "when",
            Map.of("all", List.of()),
            "then",
            Map.of("decision", Map.of("outcome", "APPROVE"), "evidence", Map.of("photos", 0, "comment", true)));

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    ReturnSetup setup;

    @Autowired
    EvidenceReminder reminder;

    @Autowired
    EvidenceDeadline deadline;

    @Autowired
    ReleaseAfterWait rest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void comeBack() {
        clock.run();
    }

    @Test
    void sheIsRemindedOnceTwoDaysBeforeTheEndAndThenItExpires() {
        as(merchant.opens(), () -> {
            var start = now();
            clock.setTo(start);
            merchant.publishes(WORDS_FIRST);
            var made = returns.request(wants(merchant.sold(1, 3), 1, "defective"), SHOPPER);
            var request = made.evidenceRequests().getFirst();
            var key = request.requestId().value().toString();
            assertThat(request.by()).isEqualTo(start.plus(Duration.ofDays(7)));
            assertThat(due("returns.evidence-reminder", key)).isEqualTo(start.plus(Duration.ofDays(5)));
            assertThat(due("returns.evidence-deadline", key)).isEqualTo(request.by());

            var told = new EvidenceReminder.Told(
                    made.returnId().value(), request.requestId().value());
            reminder.run(told);
            assertThat(events(made)).as("too early").doesNotContain("EvidenceReminded");

            clock.advance(Duration.ofDays(5));
            runNow("returns.evidence-reminder", key, () -> events(made).contains("EvidenceReminded"));
            reminder.run(told);
            assertThat(events(made)).as("once").containsOnlyOnce("EvidenceReminded");

            deadline.run(new EvidenceDeadline.Told(made.returnId().value(), told.request()));
            assertThat(found(made).headline()).as("two days are left").isEqualTo(Headline.ACTION_NEEDED);
            clock.advance(Duration.ofDays(2));
            runNow("returns.evidence-deadline", key, () -> found(made).headline() == Headline.EXPIRED);
            assertThat(found(made).evidenceRequests().getFirst().state()).isEqualTo(EvidenceState.EXPIRED);
            deadline.run(new EvidenceDeadline.Told(made.returnId().value(), told.request()));
            assertThat(events(made)).containsOnlyOnce("ReturnExpired");
            return true;
        });
    }

    @Test
    void whoAnsweredIsNeitherRemindedNorLate() {
        as(merchant.opens(), () -> {
            clock.setTo(now());
            merchant.publishes(WORDS_FIRST);
            var made = returns.request(wants(merchant.sold(1, 3), 1, "defective"), SHOPPER);
            var request = made.evidenceRequests().getFirst().requestId().value();
            returns.giveEvidence(
                    made.returnId(),
                    List.of(new Returns.Evidence(made.items().getFirst().itemId(), List.of(), "The seam is open")),
                    SHOPPER);
            clock.advance(Duration.ofDays(8));
            reminder.run(new EvidenceReminder.Told(made.returnId().value(), request));
            deadline.run(new EvidenceDeadline.Told(made.returnId().value(), request));
            assertThat(found(made).headline()).isEqualTo(Headline.APPROVED);
            assertThat(events(made)).doesNotContain("EvidenceReminded", "ReturnExpired");
            return true;
        });
    }

    @Test
    void aShortTimeIsHalvedByTheReminder() {
        var asked = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(EvidenceClock.remindAt(asked, asked.plus(Duration.ofDays(1))))
                .isEqualTo(asked.plus(Duration.ofHours(12)));
        assertThat(EvidenceClock.remindAt(asked, asked.plus(Duration.ofDays(14))))
                .isEqualTo(asked.plus(Duration.ofDays(12)));
    }

    @Test
    void whatIsApprovedWaitsSoManyBusinessHoursForTheRest() {
        as(merchant.opens(), () -> {
            clock.setTo(nextFridayAt15());
            var made = partlyApproved();
            var monday = clock.instant().plus(Duration.ofDays(3));
            assertThat(made.approvedWaitUntil()).isEqualTo(monday);
            assertThat(due("returns.rest-of-return", made.returnId().toString()))
                    .isEqualTo(monday);

            clock.setTo(monday.minusSeconds(1));
            rest.run(new ReleaseAfterWait.Told(made.returnId().value()));
            assertThat(found(made).parcels()).as("a second too early").isEmpty();
            clock.setTo(monday);
            runNow(
                    "returns.rest-of-return",
                    made.returnId().toString(),
                    () -> !found(made).parcels().isEmpty());
            rest.run(new ReleaseAfterWait.Told(made.returnId().value()));
            assertThat(events(made)).filteredOn("ReturnPartlyApproved"::equals).hasSizeLessThanOrEqualTo(1);
            return true;
        });
    }

    @Test
    void withNoHoursWhatIsApprovedGoesAheadAtOnce() {
        as(merchant.opens(), () -> {
            setup.change(ChangedSettings.of(setup).hoursToWait(0).told());
            var made = partlyApproved();
            assertThat(made.approvedWaitUntil()).isNull();
            assertThat(found(made).parcels()).hasSize(1);
            return true;
        });
    }

    /** Two of three units approved, one still in review. */
    private Return partlyApproved() {
        var made = returns.request(wants(merchant.sold(3, 10), 3, "too_small"), SHOPPER);
        var item = made.items().getFirst().itemId();
        return reviews.approve(made.returnId(), made.version(), List.of(new Reviews.Choice(item, 2)), null, CLERK);
    }

    /** The merchant's zone is Berlin's. */
    private static Instant nextFridayAt15() {
        return LocalDateTime.parse("2026-11-27T15:00")
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant due(String job, String key) {
        return jdbc.sql("select execution_time from scheduled_tasks where task_name = ? and task_instance = ?")
                .params(job, key)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Lets the queue run a waiting job now. */
    private void runNow(String job, String key, BooleanSupplier done) {
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = ? and task_instance = ?")
                .params(job, key)
                .update();
        await(job).pollInSameThread().atMost(Duration.ofMinutes(5)).until(done::getAsBoolean);
    }

    private List<String> events(Return of) {
        return returns.timeline(of.returnId()).stream().map(ReturnStep::event).toList();
    }

    private Return found(Return made) {
        return returns.find(made.returnId()).orElseThrow();
    }
}
