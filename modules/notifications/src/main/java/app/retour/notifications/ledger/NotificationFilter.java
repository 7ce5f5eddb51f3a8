package app.retour.notifications.ledger;

import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows of the ledger; what is null does not narrow. */
public record NotificationFilter(
        @Nullable NotificationState state,
        @Nullable Moment moment,
        @Nullable NotificationAudience audience,
        @Nullable UUID returnId) {}
