package app.retour.notifications.moments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a return and may be worth telling.
 *
 * @param subject this shipment, this receipt, this refund, this evidence request; else the return
 * @param returnId null only for a test on the invented return
 * @param sequence of the event, per return
 */
public record NotificationTrigger(
        Moment moment,
        Subject subject,
        @Nullable UUID returnId,
        @Nullable String rmaNumber,
        long sequence,
        Instant happenedAt) {

    /** @param kind what the id names: RETURN, SHIPMENT, RECEIPT, REFUND, EVIDENCE_REQUEST, REVIEW */
    public record Subject(String kind, UUID id) {}
}
