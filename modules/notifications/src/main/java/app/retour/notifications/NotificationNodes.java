package app.retour.notifications;

import app.retour.api.Caller;
import app.retour.api.NodeSource;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages by id, for staff and integrators; a shopper reads theirs through their return. */
@Component
class NotificationNodes implements NodeSource {
    private final Notifications notifications;

    NotificationNodes(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String type() {
        return "Notification";
    }

    @Override
    public Optional<Notification> find(UUID id) {
        return Caller.current().is(Caller.Kind.SHOPPER) ? Optional.empty() : notifications.find(new NotificationId(id));
    }
}
