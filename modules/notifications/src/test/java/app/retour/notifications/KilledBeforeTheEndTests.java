package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Outcome;
import app.retour.mail.journal.JournalEntry;
import app.retour.mail.journal.MailJournal;
import app.retour.mail.journal.MailRecovery;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationState;
import app.retour.notifications.letters.Links;
import app.retour.notifications.letters.Merchants;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnEvent.ReturnCanceled;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.TestDatabase;

/**
 * A message that a dead process had noted as handed over leaves once if its journal says that the end of it was never said,
 * and waits for a person in every other case.
 */
@NotificationsTest
class KilledBeforeTheEndTests {
    @Autowired
    Scenery.Merchandise scenery;

    @Autowired
    Announcements announcements;

    @Autowired
    Notifications notifications;

    @Autowired
    Outbox outbox;

    @Autowired
    Merchants merchants;

    @Autowired
    Links links;

    @Autowired
    NotificationSettings settings;

    @Autowired
    MailAllowance allowance;

    @Autowired
    InterruptedNotifications interrupted;

    @Autowired
    Clock clock;

    @TempDir
    Path journals;

    private final ScriptedTransport server = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
    private MailJournal dead;
    private TenantId tenant;
    private UUID shopper;
    private UUID lamp;

    @BeforeEach
    void aMessageNotedAsHandedOver() {
        dead = MailJournal.in(journals);
        tenant = scenery.aLiveMerchant();
        shopper = scenery.aShopper();
        lamp = scenery.returns().add(ItemDecision.APPROVED, shopper, "Reading lamp");
        announcements.announceAndWait(new ReturnApproved(
                new Stamp(tenant, new ReturnId(lamp), "R-1001", 2, clock.instant(), Actor.policy())));
    }

    @AfterEach
    void close() throws IOException {
        dead.close();
    }

    @Test
    void itLeavesOnceWhenTheEndWasNotSaid() throws IOException {
        noted();
        dead.close();
        nextStart();
        assertThat(row().state()).isEqualTo(NotificationState.QUEUED);
        dispatch();
        nextStart();
        dispatch();
        assertThat(row().state()).isEqualTo(NotificationState.SENT);
        assertThat(leftTimes()).isEqualTo(1);
    }

    @Test
    void itLeavesOnceEvenIfItWasGivenUpMeanwhile() throws IOException, SQLException {
        noted();
        dead.close();
        leaseRunsOut();
        dispatch();
        assertThat(row().reason()).startsWith("Unknown whether it was sent");
        nextStart();
        dispatch();
        nextStart();
        dispatch();
        assertThat(row().state()).isEqualTo(NotificationState.SENT);
        assertThat(leftTimes()).isEqualTo(1);
    }

    @Test
    void itStaysUnknownWhenTheEndHadBegun() throws IOException, SQLException {
        dead.end(noted());
        dead.close();
        staysUnknown();
    }

    @Test
    void itStaysUnknownWhileItsProcessLivesOrWhenItsJournalIsAnothers() throws IOException, SQLException {
        var entry = noted();
        nextStart();
        assertThat(row().state()).as("it lives").isEqualTo(NotificationState.HANDING_OVER);
        try (var other = MailJournal.in(journals)) {
            other.enter();
        }
        dead.end(entry);
        dead.close();
        staysUnknown();
    }

    @Test
    void whatAPersonSentAgainMeanwhileIsNotSentAThirdTime() throws IOException, SQLException {
        noted();
        dead.close();
        leaseRunsOut();
        dispatch();
        TenantContext.callAs(tenant, () -> notifications.resend(row().id()));
        dispatch(ScriptedTransport.unreachable(), givingUpAtOnce());
        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        nextStart();
        dispatch();
        assertThat(row().reason()).startsWith("Given up after 1 tries");
        assertThat(leftTimes()).isZero();
    }

    @Test
    void whatBecamePointlessMeanwhileIsNotTold() throws IOException {
        noted();
        announcements.announceAndWait(new ReturnCanceled(
                new Stamp(tenant, new ReturnId(lamp), "R-1001", 3, clock.instant(), Actor.policy())));
        dead.close();
        nextStart();
        assertThat(row().state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(row().reason()).contains("overtaken");
    }

    private void staysUnknown() throws SQLException {
        nextStart();
        leaseRunsOut();
        dispatch();
        nextStart();
        dispatch();
        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        assertThat(row().reason()).startsWith("Unknown whether it was sent");
        assertThat(leftTimes()).isZero();
    }

    /** As far as a process came that is killed before the end. */
    private @Nullable JournalEntry noted() {
        var claim = UUID.randomUUID();
        var entry = dead.enter();
        TenantContext.runAs(tenant, () -> {
            outbox.take(claim, true, 20);
            assertThat(outbox.queue().handingOver(row().id().value(), claim, entry))
                    .isTrue();
        });
        return entry;
    }

    private void nextStart() {
        MailRecovery.in(journals, interrupted).recover();
    }

    private void dispatch() {
        dispatch(server, settings);
    }

    private void dispatch(MailTransport transport, NotificationSettings as) {
        new Dispatcher(outbox, transport, merchants, links, as, allowance).dispatch(() -> true);
    }

    private NotificationSettings givingUpAtOnce() {
        return new NotificationSettings(
                true,
                settings.pollEvery(),
                settings.lease(),
                1,
                settings.firstPause(),
                settings.longestPause(),
                settings.tooOld(),
                settings.batch(),
                settings.mostPerHour(),
                settings.mostPerDay());
    }

    private int leftTimes() {
        return server.handedTo(scenery.emailOf(shopper)).size();
    }

    private void leaseRunsOut() throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.prepareStatement(
                        "update notifications.notification set lease_until = now() where tenant_id = ? and claim is not null")) {
            statement.setObject(1, tenant.value());
            statement.executeUpdate();
        }
    }

    private Notification row() {
        return TenantContext.callAs(tenant, () -> notifications.of(lamp)).getFirst();
    }
}
