package app.retour.notifications;

import static app.retour.notifications.moments.Moment.*;

import app.retour.notifications.ledger.Ledger;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationTrigger;
import app.retour.notifications.moments.NotificationTrigger.Subject;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnEvent.EvidenceGiven;
import app.retour.returns.events.ReturnEvent.EvidenceReminded;
import app.retour.returns.events.ReturnEvent.EvidenceWanted;
import app.retour.returns.events.ReturnEvent.ItemsReceived;
import app.retour.returns.events.ReturnEvent.ParcelDeliveredToUs;
import app.retour.returns.events.ReturnEvent.ParcelOnItsWay;
import app.retour.returns.events.ReturnEvent.RefundFailed;
import app.retour.returns.events.ReturnEvent.RefundIssued;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnEvent.ReturnCanceled;
import app.retour.returns.events.ReturnEvent.ReturnExpired;
import app.retour.returns.events.ReturnEvent.ReturnPartlyApproved;
import app.retour.returns.events.ReturnEvent.ReturnRejected;
import app.retour.returns.events.ReturnEvent.ReturnRequested;
import app.retour.returns.events.ReturnEvent.ReviewWanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what happens to returns and says which moment it is. What is not worth telling passes. */
@Component
class ReturnMoments {
    private final NotificationPlanner telling;
    private final Ledger ledger;

    ReturnMoments(NotificationPlanner telling, Ledger ledger) {
        this.telling = telling;
        this.ledger = ledger;
    }

    @ApplicationModuleListener
    void on(ReturnEvent event) {
        if (event instanceof EvidenceGiven given) {
            ledger.hold(event.returnId().value());
            for (var asking : List.of(EVIDENCE_WANTED, EVIDENCE_REMINDER)) {
                ledger.withdraw(asking, given.evidenceRequestId().value(), "Not sent: it was given meanwhile");
            }
        }
        occasion(event).ifPresent(telling::tell);
    }

    private static Optional<NotificationTrigger> occasion(ReturnEvent event) {
        var whole = new Subject("RETURN", event.returnId().value());
        return switch (event) {
            case ReturnRequested _ -> told(REQUEST_RECEIVED, whole, event);
            case ReviewWanted _ -> told(REVIEW_WANTED, thisTime(event), event);
            case EvidenceWanted wanted ->
                told(
                        EVIDENCE_WANTED,
                        new Subject(
                                "EVIDENCE_REQUEST", wanted.evidenceRequestId().value()),
                        event);
            case EvidenceReminded reminded ->
                told(
                        EVIDENCE_REMINDER,
                        new Subject(
                                "EVIDENCE_REQUEST", reminded.evidenceRequestId().value()),
                        event);
            case ReturnApproved _ -> told(APPROVED, whole, event);
            case ReturnPartlyApproved _ -> told(PARTLY_APPROVED, whole, event);
            case ReturnRejected _ -> told(REJECTED, whole, event);
            case ReturnCanceled _ -> told(CANCELED, whole, event);
            case ReturnExpired _ -> told(EXPIRED, whole, event);
            case ParcelOnItsWay moved -> told(ON_ITS_WAY, new Subject("SHIPMENT", moved.shipmentId()), event);
            case ParcelDeliveredToUs arrived ->
                told(DELIVERED_TO_US, new Subject("SHIPMENT", arrived.shipmentId()), event);
            case ItemsReceived received ->
                told(ITEM_RECEIVED, new Subject("RECEIPT", received.receiptId().value()), event);
            case RefundIssued issued ->
                told(REFUND_ISSUED, new Subject("REFUND", issued.refundId().value()), event);
            case RefundFailed failed ->
                told(REFUND_FAILED, new Subject("REFUND", failed.refundId().value()), event);
            default -> Optional.empty();
        };
    }

    /** A return may need a person more than once; each time is a subject of its own, the same for a doubled event. */
    private static Subject thisTime(ReturnEvent event) {
        var name = "%s/review/%d".formatted(event.returnId(), event.stamp().sequence());
        return new Subject("REVIEW", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<NotificationTrigger> told(Moment moment, Subject subject, ReturnEvent event) {
        return Optional.of(new NotificationTrigger(
                moment,
                subject,
                event.returnId().value(),
                event.stamp().rmaNumber(),
                event.stamp().sequence(),
                event.stamp().at()));
    }
}
