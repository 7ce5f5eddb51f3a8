package app.retour.returns;

import app.retour.returns.events.RefundState;
import app.retour.returns.record.Hold;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.record.TrackedParcel;
import app.retour.returns.status.Headline;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.Milestone;
import app.retour.returns.status.MilestoneName;
import app.retour.returns.status.MilestoneState;
import app.retour.returns.status.NextStep;
import app.retour.returns.status.NextStepKind;
import app.retour.tracking.ParcelState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a shopper wants to know: where their return stands in four steps, what happens next, what they may do. */
final class ShopperStatus {
    private ShopperStatus() {}

    /** Before anything of it is with the carrier or with us, and nothing is paid. */
    static boolean canCancel(ReturnAggregate aggregate) {
        return !aggregate.authorization().isClosed()
                && aggregate.items().stream().anyMatch(RequestedItem::isLive)
                && aggregate.received() == 0
                && aggregate.parcels().stream()
                        .noneMatch(parcel ->
                                parcel.state() == ParcelState.IN_TRANSIT || parcel.state() == ParcelState.DELIVERED)
                && aggregate.refunds().stream().noneMatch(refund -> refund.isCommitted() && !refund.isOfStaff())
                && aggregate.items().stream().allMatch(item -> item.goods().exchanged() == 0);
    }

    static boolean canAnnounceTracking(ReturnAggregate aggregate) {
        return !aggregate.authorization().isClosed() && aggregate.goesAhead() && aggregate.expected() > 0;
    }

    static List<Milestone> milestones(ReturnAggregate aggregate, @Nullable Instant receivedAt) {
        var accepted = aggregate.goesAhead();
        var travels = aggregate.items().stream().anyMatch(RequestedItem::travels) || !accepted;
        var received = aggregate.received() > 0;
        var moved = aggregate.parcels().stream()
                .filter(parcel -> parcel.state() == ParcelState.IN_TRANSIT || parcel.state() == ParcelState.DELIVERED)
                .map(TrackedParcel::movedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        var sent = received
                || aggregate.parcels().stream()
                        .anyMatch(parcel ->
                                parcel.state() == ParcelState.IN_TRANSIT || parcel.state() == ParcelState.DELIVERED);
        var paid = isPaid(aggregate.headline());
        var paidAt = aggregate.refunds().stream()
                .map(Reimbursement::issuedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        var ended = hasEnded(aggregate);
        var result = new ArrayList<Milestone>();
        result.add(step(
                MilestoneName.ACCEPTED,
                accepted,
                !ended,
                aggregate.authorization().approvedAt()));
        if (!travels) {
            result.add(new Milestone(MilestoneName.ON_ITS_WAY, MilestoneState.SKIPPED, null));
            result.add(new Milestone(MilestoneName.RECEIVED, MilestoneState.SKIPPED, null));
        } else {
            result.add(step(MilestoneName.ON_ITS_WAY, sent, accepted && !ended, moved));
            result.add(step(MilestoneName.RECEIVED, received, accepted && sent && !ended, receivedAt));
        }
        result.add(
                givesNothing(aggregate, paid)
                        ? new Milestone(MilestoneName.REFUNDED, MilestoneState.SKIPPED, null)
                        : step(MilestoneName.REFUNDED, paid, accepted && (received || !travels) && !ended, paidAt));
        return List.copyOf(result);
    }

    /** No money comes: there is nothing to give back, or it only lowers a bill that is not paid. */
    private static boolean givesNothing(ReturnAggregate aggregate, boolean done) {
        var counting =
                aggregate.refunds().stream().filter(Reimbursement::counts).toList();
        var replaced = aggregate.items().stream().anyMatch(item -> item.goods().exchanged() > 0);
        return !replaced
                && (done || !counting.isEmpty())
                && counting.stream().allMatch(refund -> refund.hold() == Hold.UNPAID);
    }

    private static Milestone step(MilestoneName name, boolean done, boolean reached, @Nullable Instant at) {
        if (done) {
            return new Milestone(name, MilestoneState.DONE, at);
        }
        return new Milestone(name, reached ? MilestoneState.CURRENT : MilestoneState.AHEAD, null);
    }

    private static boolean hasEnded(ReturnAggregate aggregate) {
        return switch (aggregate.headline()) {
            case CANCELED, EXPIRED, REJECTED, CLOSED -> true;
            default -> false;
        };
    }

    private static boolean isPaid(Headline headline) {
        return switch (headline) {
            case REFUNDED, CREDITED, EXCHANGED, COMPLETED -> true;
            default -> false;
        };
    }

    static List<NextStep> nextSteps(ReturnAggregate aggregate) {
        if (hasEnded(aggregate)) {
            return List.of(ours(NextStepKind.NOTHING_TO_DO, "There is nothing left to do.", null));
        }
        if (isPaid(aggregate.headline())) {
            var refund = aggregate.refunds().stream().anyMatch(one -> one.state() == RefundState.ISSUED);
            var steps = new ArrayList<NextStep>();
            steps.add(
                    refund
                            ? ours(
                                    NextStepKind.REFUND_ON_ITS_WAY,
                                    "Your refund is on its way. On a card or bank account it is visible in 3–10 days.",
                                    null)
                            : ours(NextStepKind.NOTHING_TO_DO, "There is nothing left to do.", null));
            if (aggregate.expected() > 0) {
                // Paid in advance: the goods are still to come.
                goods(aggregate, steps);
            }
            return List.copyOf(steps);
        }
        var steps = new ArrayList<NextStep>();
        aggregate.evidenceRequests().stream()
                .filter(StoredEvidenceRequest::isOpen)
                .map(StoredEvidenceRequest::answerBy)
                .min(Comparator.naturalOrder())
                .ifPresent(soonest ->
                        steps.add(theirs(NextStepKind.GIVE_EVIDENCE, "Please send us what we asked for.", soonest)));
        if (aggregate.items().stream().anyMatch(item -> item.decision() == ItemDecision.IN_REVIEW)) {
            steps.add(
                    ours(NextStepKind.WAIT_FOR_REVIEW, "We are looking at your request and will write to you.", null));
        }
        if (aggregate.authorization().waitUntil() != null) {
            steps.add(ours(
                    NextStepKind.WAIT_FOR_REST,
                    "Some items are accepted already; we will tell you how to send them.",
                    aggregate.authorization().waitUntil()));
        }
        if (aggregate.goesAhead()) {
            goods(aggregate, steps);
            money(aggregate, steps);
        }
        return List.copyOf(steps);
    }

    private static void goods(ReturnAggregate aggregate, List<NextStep> steps) {
        if (aggregate.approved().anyMatch(item -> item.terms().keepItem())) {
            steps.add(ours(NextStepKind.KEEP_ITEM, "You can keep the item; there is nothing to send back.", null));
        }
        if (aggregate.expected() > 0) {
            var states = aggregate.parcels().stream().map(TrackedParcel::state).toList();
            if (states.contains(ParcelState.DELIVERED)) {
                steps.add(ours(NextStepKind.WAIT_FOR_INSPECTION, "Your parcel is with us; we unpack it next.", null));
            } else if (states.contains(ParcelState.IN_TRANSIT)) {
                steps.add(ours(NextStepKind.WAIT_FOR_PARCEL, "Your parcel is on its way to us.", null));
            } else {
                steps.add(theirs(
                        NextStepKind.PACK_AND_SEND,
                        "Print the return slip, put it in the parcel and send it to us.",
                        null));
                if (!states.contains(ParcelState.LABEL_READY)) {
                    steps.add(theirs(NextStepKind.ADD_TRACKING, "Tell us the tracking number once you have it.", null));
                }
            }
        } else if (aggregate.received() > 0
                && aggregate
                        .approved()
                        .anyMatch(
                                item -> item.goods().inspected() < item.goods().received())) {
            steps.add(ours(
                    NextStepKind.WAIT_FOR_INSPECTION, "We received your parcel and are inspecting the items.", null));
        }
    }

    private static void money(ReturnAggregate aggregate, List<NextStep> steps) {
        var open = aggregate.refunds().stream()
                .filter(one -> one.counts() && one.state() != RefundState.ISSUED)
                .toList();
        if (open.stream().anyMatch(one -> one.hold() == null)) {
            steps.add(ours(NextStepKind.WAIT_FOR_REFUND, "We are preparing your refund.", null));
        }
        if (open.stream().anyMatch(one -> one.hold() == Hold.UNPAID)) {
            steps.add(ours(
                    NextStepKind.BILL_REDUCED,
                    "Your order is not paid yet: what you sent back comes off the bill.",
                    null));
        }
        if (open.stream().anyMatch(one -> one.hold() == Hold.PERSON)) {
            steps.add(ours(NextStepKind.WAIT_FOR_CHECK, "We are checking your refund and will write to you.", null));
        }
        if (aggregate.tasks().stream().anyMatch(StoredStaffTask::isOpen)) {
            steps.add(ours(NextStepKind.WAIT_FOR_EXCHANGE, "We are preparing your replacement.", null));
        }
    }

    private static NextStep ours(NextStepKind kind, String text, @Nullable Instant by) {
        return new NextStep(kind, text, false, by);
    }

    private static NextStep theirs(NextStepKind kind, String text, @Nullable Instant by) {
        return new NextStep(kind, text, true, by);
    }
}
