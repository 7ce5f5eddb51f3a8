package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Outcome;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationState;
import app.retour.notifications.letters.Links;
import app.retour.notifications.letters.Merchants;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import retour.testkit.TestDatabase;

@NotificationsTest
class SendingTests {
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
    ShopperSessions sessions;

    @Autowired
    Tenants tenants;

    @Autowired
    NotificationSettings settings;

    @Autowired
    MailAllowance allowance;

    @Autowired
    Throttle throttle;

    @Autowired
    LedgerLoad load;

    @Autowired
    Clock clock;

    TenantId tenant;
    UUID shopper;
    UUID lamp;

    @BeforeEach
    void aQueuedMessage() {
        tenant = scenery.aLiveMerchant();
        shopper = scenery.aShopper();
        lamp = scenery.returns().add(ItemDecision.APPROVED, shopper, "Reading lamp");
        approve(lamp);
    }

    @Test
    void aServerThatCannotBeReachedIsTriedLaterAndThenGivenUp() {
        var down = ScriptedTransport.unreachable();
        for (var attempt = 1; attempt < settings.maxAttempts(); attempt++) {
            dispatch(down);
            assertThat(row().state()).isEqualTo(NotificationState.QUEUED);
            assertThat(row().attempts()).isEqualTo(attempt);
            assertThat(row().reason()).contains("connection refused");
            assertThat(row().nextAttemptAt()).isAfter(clock.instant().minusSeconds(1));
            makeDue();
        }
        dispatch(down);

        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        assertThat(row().reason()).startsWith("Given up after 3 tries");
        assertThat(row().canResend()).isTrue();
    }

    @Test
    void notNowIsTriedAgainAndNeverIsNot() {
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Postponed("450 greylisted")));
        assertThat(row().state()).isEqualTo(NotificationState.QUEUED);
        assertThat(row().reason()).contains("450 greylisted");

        makeDue();
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Refused("550 no such user")));
        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        assertThat(row().reason()).contains("550 no such user");
    }

    @Test
    void whatWasErasedWhileTheServerThoughtIsNotTriedAgain() {
        dispatch(ScriptedTransport.answering(mail -> {
            erased();
            return new Outcome.Postponed("451 not now, " + mail.to());
        }));
        assertThat(row().state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(row().reason()).isEqualTo("Its words were erased with the shopper");
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok")));
        assertThat(row().state()).isEqualTo(NotificationState.SKIPPED);
    }

    /** As {@code PersonalMessages} says of what is being handed over. */
    private void erased() {
        try (var operator = TestDatabase.shared().as("postgres");
                var statement = operator.prepareStatement(
                        "update notifications.notification set recipient_email = null, subject_line = null, text_part = null,"
                                + " html_part = null, next_attempt_at = null,"
                                + " reason = 'Its words were erased with the shopper' where tenant_id = ?")) {
            statement.setObject(1, tenant.value());
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void aFailedMessageIsSentAgainByAPersonWithTheSameMessageId() {
        var refusing = ScriptedTransport.answering(_ -> new Outcome.Refused("550 no"));
        dispatch(refusing);
        resend();
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);

        assertThat(row().state()).isEqualTo(NotificationState.SENT);
        assertThat(accepting.handedTo(address())).hasSize(1);
        assertThat(accepting.handedTo(address()).getFirst().messageId())
                .isEqualTo(refusing.handedTo(address()).getFirst().messageId());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(this::resend)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE));
    }

    @Test
    void anUnknownOutcomeIsLeftToAPerson() {
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Unknown("the line broke")));
        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        assertThat(row().reason()).contains("the line broke");
    }

    @Test
    void whatADeadWorkerHadOnlyClaimedIsTakenAgain() {
        var dead = UUID.randomUUID();
        assertThat(TenantContext.callAs(tenant, () -> outbox.take(dead, true))).hasSize(1);
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);
        assertThat(accepting.handedTo(address())).as("the lease still holds").isEmpty();

        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.SENT;
        });
        assertThat(accepting.handedTo(address())).hasSize(1);
        assertThat(TenantContext.callAs(
                        tenant, () -> outbox.queue().handingOver(row().id().value(), dead, null)))
                .as("the dead one comes back too late")
                .isFalse();
    }

    @Test
    void whatADeadWorkerHadNotToldToItsEndIsSentAgainOnce() {
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dies(() -> dispatch(ScriptedTransport.beforeTheEnd(this::dieOfMine)));
        assertThat(row().state()).isEqualTo(NotificationState.CLAIMED);
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.SENT;
        });
        dispatch(accepting);
        assertThat(accepting.handedTo(address())).hasSize(1);
    }

    @Test
    void whatADeadWorkerHadToldToItsEndIsLeftToAPersonAndNotSentTwice() {
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dies(() -> dispatch(ScriptedTransport.answering(mail -> {
            dieOfMine(mail);
            return new Outcome.Accepted("250 ok");
        })));
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.FAILED;
        });
        assertThat(row().reason()).startsWith("Unknown whether it was sent");
        assertThat(row().canResend()).isTrue();
        assertThat(accepting.handedTo(address())).isEmpty();
    }

    /** Another worker has it by then, or it was taken back. */
    @Test
    void whatIsNotTheWorkersAnyMoreIsNotEnded() {
        var slow = ScriptedTransport.beforeTheEnd(mail -> {
            if (mail.to().equals(address())) {
                TenantContext.runAs(
                        tenant, () -> outbox.queue().again(row().id().value(), claim(), "Taken back", Duration.ZERO));
            }
        });
        dispatch(slow);
        assertThat(slow.handedTo(address())).isEmpty();
        assertThat(row().reason()).isEqualTo("Taken back");
    }

    private UUID claim() {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.prepareStatement(
                        "select claim from notifications.notification where tenant_id = ? and claim is not null")) {
            statement.setObject(1, tenant.value());
            var found = statement.executeQuery();
            found.next();
            return found.getObject(1, UUID.class);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void dies(Runnable worker) {
        assertThatExceptionOfType(Died.class).isThrownBy(worker::run);
    }

    /** Those of other tests wait here too. */
    private void dieOfMine(MailTransport.Mail mail) {
        if (mail.to().equals(address())) {
            throw new Died();
        }
    }

    /** The end of a process, as its code sees it. */
    private static final class Died extends Error {}

    @Test
    void whatADeadWorkerWasHandingOverIsNeverSentAgainByItself() {
        var dead = UUID.randomUUID();
        TenantContext.runAs(tenant, () -> {
            outbox.take(dead, true);
            outbox.queue().handingOver(row().id().value(), dead, null);
        });
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));

        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.FAILED;
        });
        assertThat(row().reason()).startsWith("Unknown whether it was sent");
        assertThat(accepting.handedTo(address())).isEmpty();
    }

    @Test
    void manyDispatchersSendEachMessageOnce() throws InterruptedException {
        for (var i = 0; i < 30; i++) {
            approve(scenery.returns().add(ItemDecision.APPROVED, shopper, "Lamp " + i));
        }
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        var threads = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    while (dispatcher(accepting).dispatch(() -> true)) {
                        Thread.onSpinWait();
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        dispatch(accepting);

        assertThat(accepting.handedTo(address())).hasSize(31);
        assertThat(accepting.handedTo(address()).stream()
                        .map(MailTransport.Mail::messageId)
                        .distinct())
                .hasSize(31);
    }

    @Test
    void whoStopsBeingLiveStopsWhatWaits() {
        TenantContext.runAs(tenant, () -> tenants.pauseLive(tenants.current().version()));
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);

        assertThat(accepting.handedTo(address())).isEmpty();
        assertThat(row().state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(row().reason()).contains("not live");
    }

    @Test
    void noTransactionIsOpenWhileTheServerIsTalkedTo() {
        var open = new java.util.concurrent.atomic.AtomicBoolean();
        dispatch(ScriptedTransport.answering(_ -> {
            open.set(TransactionSynchronizationManager.isActualTransactionActive());
            return new Outcome.Accepted("250 ok");
        }));
        assertThat(row().state()).isEqualTo(NotificationState.SENT);
        assertThat(open).isFalse();
    }

    @Test
    void theLinkIsSignedOnlyInTheMailAndNotInTheLedger() {
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);

        var sent = accepting.handedTo(address()).getFirst();
        var link = Pattern.compile("/s/(rl2[^?]+)\\?return=").matcher(sent.text());
        assertThat(link.find()).isTrue();
        assertThat(sent.html()).contains("/s/rl2");
        assertThat(TenantContext.callAs(tenant, () -> sessions.verifyLink(link.group(1))))
                .hasValueSatisfying(session -> assertThat(session.tenant()).isEqualTo(tenant));
        assertThat(sessions.verify(link.group(1))).as("a link is no session").isEmpty();
        assertThat(row().html() + row().text()).doesNotContain("rl2.");
    }

    @Test
    void whatIsOverAMerchantsAllowanceWaitsVisiblyAndIsNotLost() throws SQLException {
        var returns = new ArrayList<>(List.of(lamp));
        for (var i = 0; i < 4; i++) {
            returns.add(scenery.returns().add(ItemDecision.APPROVED, shopper, "Lamp " + i));
            approve(returns.getLast());
        }
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        var postponing = ScriptedTransport.answering(_ -> new Outcome.Postponed("450 later"));
        dispatcher(postponing, allowing(3)).dispatch(() -> true);
        makeAllDue();
        dispatchAll(accepting, allowing(3));
        assertThat(accepting.handedTo(address()))
                .as("what the server put off did not count")
                .hasSize(3);
        assertThat(waiting(returns)).hasSize(2).allSatisfy(notification -> {
            assertThat(notification.reason()).contains("3 messages an hour");
            assertThat(notification.nextAttemptAt()).isNotNull();
        });
        assertThat(outbox.tenantsWithDueMail()).as("nobody goes on asking").doesNotContain(tenant);

        makeAllDue();
        dispatchAll(accepting, allowance);
        assertThat(accepting.handedTo(address())).hasSize(5);
        assertThat(waiting(returns)).isEmpty();
    }

    private MailAllowance allowing(int mostPerHour) {
        return new MailAllowance(
                throttle,
                new NotificationSettings(
                        true,
                        settings.pollEvery(),
                        settings.lease(),
                        settings.maxAttempts(),
                        settings.firstPause(),
                        settings.longestPause(),
                        settings.tooOld(),
                        settings.batch(),
                        mostPerHour,
                        100));
    }

    private void dispatchAll(MailTransport transport, MailAllowance allowed) {
        var dispatcher = dispatcher(transport, allowed);
        while (dispatcher.dispatch(() -> true)) {
            Thread.onSpinWait();
        }
    }

    private List<Notification> waiting(List<UUID> returns) {
        return returns.stream()
                .flatMap(id -> TenantContext.callAs(tenant, () -> notifications.of(id)).stream())
                .filter(notification -> notification.state() == NotificationState.QUEUED)
                .toList();
    }

    private void makeAllDue() throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.prepareStatement(
                        "update notifications.notification set next_attempt_at = now() where tenant_id = ? and state = 'QUEUED'")) {
            statement.setObject(1, tenant.value());
            statement.executeUpdate();
        }
    }

    @Test
    void theOperatorSeesWhatWaits() {
        assertThat(load.now().waiting()).isPositive();
        assertThat(TenantContext.callAs(tenant, notifications::counts).waiting())
                .isEqualTo(1);
    }

    private void approve(UUID id) {
        announcements.announceAndWait(
                new ReturnApproved(new Stamp(tenant, new ReturnId(id), "R-1001", 2, clock.instant(), Actor.policy())));
    }

    private void dispatch(MailTransport transport) {
        dispatcher(transport).dispatch(() -> true);
    }

    private Dispatcher dispatcher(MailTransport transport) {
        return dispatcher(transport, allowance);
    }

    private Dispatcher dispatcher(MailTransport transport, MailAllowance allowed) {
        return new Dispatcher(outbox, transport, merchants, links, settings, allowed);
    }

    private void resend() {
        TenantContext.callAs(tenant, () -> notifications.resend(row().id()));
    }

    /** Waits out the pause before the next try. */
    private void makeDue() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> outbox.tenantsWithDueMail().contains(tenant));
    }

    private String address() {
        return scenery.emailOf(shopper);
    }

    private Notification row() {
        return TenantContext.callAs(tenant, () -> notifications.of(lamp)).getFirst();
    }
}
