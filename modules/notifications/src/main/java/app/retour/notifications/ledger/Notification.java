package app.retour.notifications.ledger;

import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message for one moment to one recipient on one channel, as the ledger keeps it.
 *
 * @param reason why it was sent, waits, failed or was skipped, in plain words
 * @param recipient the address; null when skipped before one was known, or erased
 * @param templateVersion 0 for Retour's own text; null when it was skipped before it was written
 * @param happenedAt when the thing happened that it tells
 */
public record Notification(
        NotificationId id,
        Moment moment,
        NotificationAudience audience,
        NotificationChannel channel,
        NotificationState state,
        String reason,
        @Nullable UUID returnId,
        @Nullable String rmaNumber,
        @Nullable String recipient,
        @Nullable Integer templateVersion,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        int attempts,
        Instant happenedAt,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant sentAt) {

    /** A failed message may be sent again by a person, if it was ever written. */
    public boolean canResend() {
        return state == NotificationState.FAILED && recipient != null && html != null;
    }
}
