package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.mail.MailTransport;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.TestDatabase;

@NotificationsTest
abstract class AQueuedMessage {
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

    /** As {@code PersonalMessages} says of what is being handed over. */
    void erased() {
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

    UUID claim() {
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

    static void dies(Runnable worker) {
        assertThatExceptionOfType(Died.class).isThrownBy(worker::run);
    }

    /** Those of other tests wait here too. */
    void dieOfMine(MailTransport.Mail mail) {
        if (mail.to().equals(address())) {
            throw new Died();
        }
    }

    /** The end of a process, as its code sees it. */
    static final class Died extends Error {}

    MailAllowance allowing(int mostPerHour) {
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

    void dispatchAll(MailTransport transport, MailAllowance allowed) {
        var dispatcher = dispatcher(transport, allowed);
        while (dispatcher.dispatch(() -> true)) {
            Thread.onSpinWait();
        }
    }

    List<Notification> waiting(List<UUID> returns) {
        return returns.stream()
                .flatMap(id -> TenantContext.callAs(tenant, () -> notifications.of(id)).stream())
                .filter(notification -> notification.state() == NotificationState.QUEUED)
                .toList();
    }

    void makeAllDue() throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.prepareStatement(
                        "update notifications.notification set next_attempt_at = now() where tenant_id = ? and state = 'QUEUED'")) {
            statement.setObject(1, tenant.value());
            statement.executeUpdate();
        }
    }

    void approve(UUID id) {
        announcements.announceAndWait(
                new ReturnApproved(new Stamp(tenant, new ReturnId(id), "R-1001", 2, clock.instant(), Actor.policy())));
    }

    void dispatch(MailTransport transport) {
        dispatcher(transport).dispatch(() -> true);
    }

    Dispatcher dispatcher(MailTransport transport) {
        return dispatcher(transport, allowance);
    }

    Dispatcher dispatcher(MailTransport transport, MailAllowance allowed) {
        return new Dispatcher(outbox, transport, merchants, links, settings, allowed);
    }

    void resend() {
        TenantContext.callAs(tenant, () -> notifications.resend(row().id()));
    }

    /** Waits out the pause before the next try. */
    void makeDue() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> outbox.waiting().stream()
                        .anyMatch(waiting -> waiting.tenant().equals(tenant)));
    }

    String address() {
        return scenery.emailOf(shopper);
    }

    Notification row() {
        return TenantContext.callAs(tenant, () -> notifications.of(lamp)).getFirst();
    }
}
