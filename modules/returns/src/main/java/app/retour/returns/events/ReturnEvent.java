package app.retour.returns.events;

import app.retour.kernel.Money;
import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReceiptId;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What this module announces: facts in the past tense, with ids and values and no personal data. Sequence numbers rise
 * by one per return without gaps, so a listener can order what it hears.
 */
public sealed interface ReturnEvent extends TenantEvent {
    /** Whose return it is of, and which change of it, when and by whom. Stored flat, as if each event bore the fields itself. */
    Stamp stamp();

    @Override
    default TenantId tenant() {
        return stamp().tenant();
    }

    default ReturnId returnId() {
        return stamp().returnId();
    }

    /** A shopper, or somebody for them, asked to send goods back. */
    record ReturnRequested(@JsonUnwrapped Stamp stamp) implements ReturnEvent {}

    /** Items got a decision; who decided is the actor. */
    record ItemsDecided(@JsonUnwrapped Stamp stamp, Map<ReturnItemId, ItemDecision> decisions) implements ReturnEvent {}

    /** All items are approved and may go ahead. */
    record ReturnApproved(@JsonUnwrapped Stamp stamp) implements ReturnEvent {}

    /** Some items are approved, others not; the approved ones may go ahead. */
    record ReturnPartlyApproved(@JsonUnwrapped Stamp stamp) implements ReturnEvent {}

    /** All items are rejected. */
    record ReturnRejected(@JsonUnwrapped Stamp stamp) implements ReturnEvent {}

    /** A person has to decide; {@code because} says why, in plain words without personal data. */
    record ReviewWanted(@JsonUnwrapped Stamp stamp, List<String> because) implements ReturnEvent {}

    /** The shopper is asked for photos or words. */
    record EvidenceWanted(@JsonUnwrapped Stamp stamp, EvidenceRequestId evidenceRequestId) implements ReturnEvent {}

    /** The shopper is reminded of what was wanted, once, some days before it is due. */
    record EvidenceReminded(@JsonUnwrapped Stamp stamp, EvidenceRequestId evidenceRequestId) implements ReturnEvent {}

    /** The shopper gave what was wanted. */
    record EvidenceGiven(@JsonUnwrapped Stamp stamp, EvidenceRequestId evidenceRequestId) implements ReturnEvent {}

    /** The return was withdrawn. */
    record ReturnCanceled(@JsonUnwrapped Stamp stamp) implements ReturnEvent {}

    /** What was wanted of the shopper did not come in time. */
    record ReturnExpired(@JsonUnwrapped Stamp stamp) implements ReturnEvent {}

    /** A tracking number became known, or a label was canceled; the carrier has not seen the parcel. */
    record ParcelAnnounced(@JsonUnwrapped Stamp stamp, UUID shipmentId) implements ReturnEvent {}

    /** The carrier has the parcel. */
    record ParcelOnItsWay(@JsonUnwrapped Stamp stamp, UUID shipmentId) implements ReturnEvent {}

    /** The carrier says that the parcel is with us. */
    record ParcelDeliveredToUs(@JsonUnwrapped Stamp stamp, UUID shipmentId) implements ReturnEvent {}

    /** The parcel is lost, or went astray. */
    record ParcelTroubled(@JsonUnwrapped Stamp stamp, UUID shipmentId) implements ReturnEvent {}

    /** The clerk closed a receipt. */
    record ItemsReceived(@JsonUnwrapped Stamp stamp, ReceiptId receiptId) implements ReturnEvent {}

    /** All received goods of a receipt are inspected. */
    record ItemsInspected(@JsonUnwrapped Stamp stamp, ReceiptId receiptId) implements ReturnEvent {}

    /** Money is to be given back. */
    record RefundDue(@JsonUnwrapped Stamp stamp, RefundId refundId, Money amount) implements ReturnEvent {}

    /** Money was given back. */
    record RefundIssued(@JsonUnwrapped Stamp stamp, RefundId refundId, Money amount) implements ReturnEvent {}

    /** Giving money back failed; a person looks. */
    record RefundFailed(@JsonUnwrapped Stamp stamp, RefundId refundId) implements ReturnEvent {}

    /** A refund that is not paid was adjusted, redirected, put back among those due, or given up. */
    record RefundChanged(@JsonUnwrapped Stamp stamp, RefundId refundId, RefundState state) implements ReturnEvent {}

    /** A replacement has to be sent. */
    record ExchangeTaskOpened(@JsonUnwrapped Stamp stamp, UUID taskId) implements ReturnEvent {}

    /** A replacement is not to be sent any more: what it was to replace is not accepted, or not all of it. */
    record ExchangeTaskDropped(@JsonUnwrapped Stamp stamp, UUID taskId) implements ReturnEvent {}

    /** A replacement was sent. */
    record ExchangeSent(@JsonUnwrapped Stamp stamp, UUID taskId) implements ReturnEvent {}

    /** Sources disagree; a person settles it. */
    record DiscrepancyOpened(@JsonUnwrapped Stamp stamp, UUID discrepancyId, DiscrepancyKind kind)
            implements ReturnEvent {}

    /** The return was ended; nothing more is expected or given back. */
    record ReturnClosed(@JsonUnwrapped Stamp stamp) implements ReturnEvent {}
}
