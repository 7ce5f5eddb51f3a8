package app.retour.notifications.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.notifications.Notifications;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationCounts;
import app.retour.notifications.ledger.NotificationFilter;
import app.retour.notifications.ledger.NotificationId;
import app.retour.notifications.ledger.NotificationState;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.returns.view.Return;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** The ledger in the API. */
@Controller
class NotificationController {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private final Notifications notifications;
    private final Idempotency idempotency;

    NotificationController(Notifications notifications, Idempotency idempotency) {
        this.notifications = notifications;
        this.idempotency = idempotency;
    }

    @QueryMapping
    Window<Notification> notifications(
            @Argument @Nullable NotificationState state,
            @Argument @Nullable Moment moment,
            @Argument @Nullable NotificationAudience audience,
            @Argument @Nullable String returnId,
            ScrollSubrange range) {
        return notifications.page(
                new NotificationFilter(
                        state, moment, audience, returnId == null ? null : GlobalId.parse(returnId, "Return")),
                range.position().orElse(ScrollPosition.keyset()),
                Math.clamp(range.count().orElse(PAGE), 1, LARGEST_PAGE));
    }

    @QueryMapping
    NotificationCounts notificationCounts() {
        return notifications.counts();
    }

    @MutationMapping
    ResendNotificationPayload resendNotification(@Argument ResendNotificationInput input) {
        return Answers.of(
                () -> idempotency.once(
                        "resendNotification",
                        input.idempotencyKey(),
                        input,
                        () -> notifications.resend(new NotificationId(GlobalId.parse(input.id(), "Notification"))),
                        sent -> sent.id().value().toString(),
                        id -> notifications
                                .find(new NotificationId(UUID.fromString(id)))
                                .orElseThrow()),
                sent -> new ResendNotificationPayload(sent, List.of()),
                errors -> new ResendNotificationPayload(null, errors));
    }

    @SchemaMapping(typeName = "Return")
    List<Notification> messages(Return subject) {
        var id = subject.returnId().value();
        return Caller.current().is(Caller.Kind.SHOPPER) ? notifications.sentToShopper(id) : notifications.of(id);
    }

    @SchemaMapping(typeName = "Notification")
    String id(Notification notification) {
        return GlobalId.of("Notification", notification.id().value());
    }

    @SchemaMapping(typeName = "Notification")
    @Nullable
    String subject(Notification notification) {
        return mayReadWords() ? notification.subject() : null;
    }

    @SchemaMapping(typeName = "Notification")
    @Nullable
    String text(Notification notification) {
        return mayReadWords() ? notification.text() : null;
    }

    /** Mails name the shopper; who came by postcode has not shown that this is they. */
    private static boolean mayReadWords() {
        var caller = Caller.current();
        return !caller.is(Caller.Kind.SHOPPER) || caller.holds(ShopperSessions.BY_EMAIL);
    }

    @SchemaMapping(typeName = "Notification")
    String title(Notification notification) {
        return notification.moment().title();
    }

    @SchemaMapping(typeName = "Notification")
    String occasion(Notification notification) {
        return notification.moment().description();
    }

    @SchemaMapping(typeName = "Notification")
    @Nullable
    String returnId(Notification notification) {
        return notification.returnId() == null ? null : GlobalId.of("Return", notification.returnId());
    }

    record ResendNotificationInput(String id, String idempotencyKey) {}

    record ResendNotificationPayload(@Nullable Notification notification, List<UserError> userErrors) {}
}
