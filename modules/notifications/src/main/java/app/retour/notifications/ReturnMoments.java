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
import app.retour.returns.events.ReturnId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears what happens to returns and says which moment it is. What is not worth telling passes. */
@Component
class ReturnMoments {
    private final NotificationPlanner planner;
    private final Ledger ledger;

    ReturnMoments(NotificationPlanner planner, Ledger ledger) {
        this.planner = planner;
        this.ledger = ledger;
    }

    /** What a transaction says of returns is told by it: both or neither. */
    @EventListener
    void on(ReturnEvent event) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Hearing.class::isInstance)
                .map(Hearing.class::cast)
                .findFirst()
                .orElseGet(this::hearing)
                .hear(event);
    }

    private Hearing hearing() {
        var hearing = new Hearing();
        TransactionSynchronizationManager.registerSynchronization(hearing);
        return hearing;
    }

    /** Collects what one transaction says, and has it told when the transaction is at its end. */
    private final class Hearing implements TransactionSynchronization {
        private final SequencedMap<ReturnId, List<ReturnEvent>> heard = new LinkedHashMap<>();

        /** Before what waits to be written leaves, so that the messages leave with it. */
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE - 1;
        }

        void hear(ReturnEvent event) {
            heard.computeIfAbsent(event.returnId(), _ -> new ArrayList<>()).add(event);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!heard.isEmpty()) {
                var events = Objects.requireNonNull(heard.pollFirstEntry()).getValue();
                tell(events, events.getFirst() instanceof ReturnRequested);
            }
        }
    }

    /**
     * @param events of one return
     * @param isNew whether it began in this transaction
     */
    void tell(List<ReturnEvent> events, boolean isNew) {
        for (var event : events) {
            if (event instanceof EvidenceGiven given) {
                ledger.hold(event.returnId().value());
                for (var asking : List.of(EVIDENCE_WANTED, EVIDENCE_REMINDER)) {
                    ledger.withdraw(asking, given.evidenceRequestId().value(), "Not sent: it was given meanwhile");
                }
            }
        }
        var happened =
                events.stream().flatMap(event -> occasion(event).stream()).toList();
        if (!happened.isEmpty()) {
            planner.tell(events.getFirst().returnId().value(), happened, isNew);
        }
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
