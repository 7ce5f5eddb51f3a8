package app.retour.returns.events;

import app.retour.kernel.Actor;
import app.retour.kernel.Money;
import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReceiptId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What this module announces: facts in the past tense, with ids and values and no personal data. Sequence numbers rise
 * by one per return without gaps, so a listener can order what it hears.
 */
public sealed interface ReturnEvent extends TenantEvent {
    ReturnId returnId();

    String rmaNumber();

    /** 1, 2, 3 … per return. */
    long sequence();

    Instant at();

    Actor actor();

    /** A shopper, or somebody for her, asked to send goods back. */
    record ReturnRequested(TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor)
            implements ReturnEvent {}

    /** Items got a decision; who decided is the actor. */
    record ItemsDecided(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            Map<ReturnItemId, ItemDecision> decisions)
            implements ReturnEvent {}

    /** All items are approved and may go ahead. */
    record ReturnApproved(TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor)
            implements ReturnEvent {}

    /** Some items are approved, others not; the approved ones may go ahead. */
    record ReturnPartlyApproved(
            TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor)
            implements ReturnEvent {}

    /** All items are rejected. */
    record ReturnRejected(TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor)
            implements ReturnEvent {}

    /** A person has to decide; {@code because} says why, in plain words without personal data. */
    record ReviewWanted(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            List<String> because)
            implements ReturnEvent {}

    /** The shopper is asked for photos or words. */
    record EvidenceWanted(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            EvidenceRequestId evidenceRequestId)
            implements ReturnEvent {}

    /** The shopper is reminded of what was wanted, once, some days before it is due. */
    record EvidenceReminded(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            EvidenceRequestId evidenceRequestId)
            implements ReturnEvent {}

    /** The shopper gave what was wanted. */
    record EvidenceGiven(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            EvidenceRequestId evidenceRequestId)
            implements ReturnEvent {}

    /** The return was withdrawn. */
    record ReturnCanceled(TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor)
            implements ReturnEvent {}

    /** What was wanted of the shopper did not come in time. */
    record ReturnExpired(TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor)
            implements ReturnEvent {}

    /** A tracking number became known, or a label was canceled; the carrier has not seen the parcel. */
    record ParcelAnnounced(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            UUID shipmentId)
            implements ReturnEvent {}

    /** The carrier has the parcel. */
    record ParcelOnItsWay(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            UUID shipmentId)
            implements ReturnEvent {}

    /** The carrier says that the parcel is with us. */
    record ParcelDeliveredToUs(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            UUID shipmentId)
            implements ReturnEvent {}

    /** The parcel is lost, or went astray. */
    record ParcelTroubled(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            UUID shipmentId)
            implements ReturnEvent {}

    /** The clerk closed a receipt. */
    record ItemsReceived(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            ReceiptId receiptId)
            implements ReturnEvent {}

    /** All received goods of a receipt are inspected. */
    record ItemsInspected(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            ReceiptId receiptId)
            implements ReturnEvent {}

    /** Money is to be given back. */
    record RefundDue(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            RefundId refundId,
            Money amount)
            implements ReturnEvent {}

    /** Money was given back. */
    record RefundIssued(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            RefundId refundId,
            Money amount)
            implements ReturnEvent {}

    /** Giving money back failed; a person looks. */
    record RefundFailed(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            RefundId refundId)
            implements ReturnEvent {}

    /** A refund that is not paid was adjusted, redirected, put back among those due, or given up. */
    record RefundChanged(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            RefundId refundId,
            RefundState state)
            implements ReturnEvent {}

    /** A replacement has to be sent. */
    record ExchangeTaskOpened(
            TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor, UUID taskId)
            implements ReturnEvent {}

    /** A replacement is not to be sent any more: what it was to replace is not accepted, or not all of it. */
    record ExchangeTaskDropped(
            TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor, UUID taskId)
            implements ReturnEvent {}

    /** A replacement was sent. */
    record ExchangeSent(
            TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor, UUID taskId)
            implements ReturnEvent {}

    /** Sources disagree; a person settles it. */
    record DiscrepancyOpened(
            TenantId tenant,
            ReturnId returnId,
            String rmaNumber,
            long sequence,
            Instant at,
            Actor actor,
            UUID discrepancyId,
            DiscrepancyKind kind)
            implements ReturnEvent {}

    /** The return was ended; nothing more is expected or given back. */
    record ReturnClosed(TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor)
            implements ReturnEvent {}
}
