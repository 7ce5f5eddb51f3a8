package app.retour.notifications;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.notifications.ledger.History;
import app.retour.notifications.ledger.LedgerRows;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationCounts;
import app.retour.notifications.ledger.NotificationFilter;
import app.retour.notifications.ledger.NotificationId;
import app.retour.notifications.ledger.NotificationState;
import app.retour.notifications.moments.NotificationAudience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of messages: what was told, what was not, and why. */
@Service
public class Notifications {
    private final LedgerRows rows;
    private final Outbox outbox;
    private final DispatcherWakeUp nudge;
    private final History history;

    Notifications(LedgerRows rows, Outbox outbox, DispatcherWakeUp nudge, History history) {
        this.rows = rows;
        this.outbox = outbox;
        this.nudge = nudge;
        this.history = history;
    }

    /**
     * Takes everything that happened before as history, brought in after it had happened: the ledger records it with
     * that reason, and nobody is told, however live the shop is.
     */
    @Transactional
    public void leaveUntold(Instant before) {
        history.endAt(before);
    }

    @Transactional(readOnly = true)
    public Optional<Notification> find(NotificationId id) {
        return rows.find(id.value());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Window<Notification> page(NotificationFilter filter, ScrollPosition position, int limit) {
        return rows.page(filter, position, limit);
    }

    /** Every message of a return, oldest first, without tests. */
    @Transactional(readOnly = true)
    public List<Notification> of(UUID returnId) {
        return rows.of(returnId);
    }

    /** What a shopper may read of them: what was sent to them. */
    @Transactional(readOnly = true)
    public List<Notification> sentToShopper(UUID returnId) {
        return rows.of(returnId).stream()
                .filter(each -> each.audience() == NotificationAudience.SHOPPER)
                .filter(each -> each.state() == NotificationState.SENT)
                .toList();
    }

    @Transactional(readOnly = true)
    public NotificationCounts counts() {
        return rows.counts();
    }

    /**
     * Queues a failed message once more, with the same words, address and Message-ID.
     *
     * @throws Refusal NOT_FOUND; WRONG_STATE unless it failed
     */
    @Transactional
    public Notification resend(NotificationId id) {
        var found = rows.find(id.value())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such message", "id"));
        if (!found.canResend() || !outbox.resend(id.value())) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Only a message that failed can be sent again; this one is %s".formatted(found.state()),
                    "id");
        }
        nudge.afterCommit();
        return rows.find(id.value()).orElseThrow();
    }
}
