package app.retour.returns;

import app.retour.returns.record.Hold;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.record.TrackedParcel;
import app.retour.returns.settings.Units;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.TeamStep;
import app.retour.returns.status.TeamStepKind;
import app.retour.returns.view.Receipt;
import app.retour.returns.waterfall.ShippingDue;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.tracking.ParcelState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a return needs next, told to the team; the shopper's side is {@link ShopperStatus}. */
final class TeamNextSteps {
    private final ReturnAggregate aggregate;
    private final List<TeamStep> steps = new ArrayList<>();

    private TeamNextSteps(ReturnAggregate aggregate) {
        this.aggregate = aggregate;
    }

    /**
     * @param receipts those with a count
     * @param discrepancies that nobody settled
     */
    static List<TeamStep> steps(ReturnAggregate aggregate, List<Receipt> receipts, int discrepancies) {
        var outlook = new TeamNextSteps(aggregate);
        if (!aggregate.authorization().isClosed()) {
            outlook.decisions();
            outlook.parcel(receipts);
        }
        outlook.inspection(receipts);
        outlook.money();
        aggregate.tasks().stream()
                .filter(StoredStaffTask::isOpen)
                .forEach(task ->
                        outlook.ours(TeamStepKind.DO_TASK, task.snapshot().text()));
        if (discrepancies > 0) {
            outlook.ours(TeamStepKind.SETTLE, "Settle %s".formatted(counted(discrepancies)));
        }
        if (outlook.steps.isEmpty()) {
            outlook.waits(TeamStepKind.NOTHING_TO_DO, "Nothing is left to do.", null);
        }
        return List.copyOf(outlook.steps);
    }

    private static String counted(int discrepancies) {
        return discrepancies == 1 ? "1 discrepancy" : discrepancies + " discrepancies";
    }

    private void decisions() {
        var undecided = units(ItemDecision.IN_REVIEW);
        if (undecided > 0) {
            ours(TeamStepKind.DECIDE, "Decide about %s".formatted(Units.of(undecided)));
        }
        aggregate.evidenceRequests().stream()
                .filter(StoredEvidenceRequest::isOpen)
                .forEach(evidenceRequest -> waits(
                        TeamStepKind.WAIT_FOR_SHOPPER,
                        "The shopper was asked for %s"
                                .formatted(Units.evidence(
                                        evidenceRequest.photosWanted(), evidenceRequest.commentWanted())),
                        evidenceRequest.answerBy()));
        if (aggregate.authorization().waitUntil() instanceof Instant until) {
            waits(
                    TeamStepKind.WAIT_FOR_REST,
                    "%s approved and waiting for the rest"
                            .formatted(Units.of(aggregate
                                    .approved()
                                    .mapToInt(RequestedItem::quantity)
                                    .sum())),
                    until);
        }
    }

    private int units(ItemDecision decision) {
        return aggregate.items().stream()
                .filter(item -> item.decision() == decision)
                .mapToInt(RequestedItem::quantity)
                .sum();
    }

    private void parcel(List<Receipt> receipts) {
        var counting = receipts.stream()
                .filter(receipt -> receipt.closedAt() == null)
                .findFirst()
                .orElse(null);
        if (counting != null) {
            steps.add(new TeamStep(
                    TeamStepKind.COUNT, "Finish counting the parcel and close it", true, null, counting.receiptId()));
            return;
        }
        var expected = aggregate.expected();
        if (!aggregate.goesAhead() || expected == 0) {
            return;
        }
        var states = aggregate.parcels().stream().map(TrackedParcel::state).toList();
        if (states.contains(ParcelState.LOST) || states.contains(ParcelState.EXCEPTION)) {
            ours(TeamStepKind.FIND_PARCEL, "Ask the carrier where the parcel is");
        } else if (states.contains(ParcelState.DELIVERED)) {
            ours(TeamStepKind.COUNT, "Unpack the parcel and count %s".formatted(Units.of(expected)));
        } else {
            waits(
                    TeamStepKind.WAIT_FOR_PARCEL,
                    states.contains(ParcelState.IN_TRANSIT)
                            ? "%s on the way back".formatted(Units.of(expected))
                            : "The shopper has %s to send".formatted(Units.of(expected)),
                    null);
        }
    }

    private void inspection(List<Receipt> receipts) {
        receipts.stream()
                .filter(receipt -> receipt.closedAt() != null && receipt.unitsToInspect() > 0)
                .forEach(receipt -> steps.add(new TeamStep(
                        TeamStepKind.INSPECT,
                        "Inspect %s".formatted(Units.of(receipt.unitsToInspect())),
                        true,
                        null,
                        receipt.receiptId())));
    }

    private void money() {
        for (var refund : aggregate.refunds()) {
            switch (refund.state()) {
                case DUE -> {
                    if (refund.hold() == Hold.UNPAID) {
                        ours(
                                TeamStepKind.REDUCE_BILL,
                                "Take %s off the bill; the order is not paid".formatted(refund.amount()));
                    } else if (refund.hold() == Hold.PERSON) {
                        ours(
                                TeamStepKind.CHECK_REFUND,
                                "Look at the refund of %s: %s".formatted(refund.amount(), refund.needsPersonBecause()));
                    } else if (refund.needsMeans()) {
                        ours(TeamStepKind.CHOOSE_MEANS, "Say where the refund of %s goes".formatted(refund.amount()));
                    } else {
                        ours(TeamStepKind.PAY, "Pay %s and mark it as paid".formatted(named(refund)));
                    }
                }
                case ISSUING -> {
                    if (refund.payment().isOutcomeUnknown()) {
                        ours(
                                TeamStepKind.RECONCILE,
                                "Find out whether %s was paid, and say so".formatted(refund.amount()));
                    } else {
                        waits(TeamStepKind.PAY, "%s is being paid".formatted(refund.amount()), null);
                    }
                }
                case FAILED ->
                    ours(
                            TeamStepKind.RETRY_REFUND,
                            "The refund of %s failed: try it again or give it up".formatted(refund.amount()));
                case ESTIMATED, ISSUED, CANCELED -> {
                    // Nobody has to do anything about it.
                }
            }
        }
    }

    /** Several refunds of a return are told apart by what they are for. */
    private static String named(Reimbursement refund) {
        var lines = refund.waterfall().lines();
        if (lines.stream().anyMatch(line -> line.kind() == WaterfallLineKind.ITEM)) {
            return refund.amount().toString();
        }
        if (lines.stream().anyMatch(line -> line.kind() == WaterfallLineKind.GOODWILL)) {
            return refund.amount() + " of goodwill";
        }
        return lines.stream().anyMatch(ShippingDue::isShipping)
                ? refund.amount() + " of the shipping"
                : refund.amount().toString();
    }

    private void ours(TeamStepKind kind, String text) {
        steps.add(new TeamStep(kind, text, true, null, null));
    }

    private void waits(TeamStepKind kind, String text, @Nullable Instant by) {
        steps.add(new TeamStep(kind, text, false, by, null));
    }
}
