package app.retour.returns.record;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import app.retour.returns.events.RefundState;
import app.retour.returns.status.Headline;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReturnDecision;
import app.retour.returns.waterfall.RefundedUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One return while it is looked at or changed: it and its items, and what hangs on it as far as somebody asks. Derives what
 * is never stored. Lists are this aggregate's own: what is added to them is seen by whoever asks it next.
 */
public final class ReturnAggregate {
    private final ReturnAuthorization authorization;
    private final List<RequestedItem> items;
    private final Part<TrackedParcel> parcels;
    private final Part<Reimbursement> refunds;
    private final Part<StoredEvidenceRequest> evidenceRequests;
    private final Part<StoredStaffTask> tasks;
    private final boolean isBegun;

    ReturnAggregate(
            ReturnAuthorization authorization,
            List<RequestedItem> items,
            Part<TrackedParcel> parcels,
            Part<Reimbursement> refunds,
            Part<StoredEvidenceRequest> evidenceRequests,
            Part<StoredStaffTask> tasks,
            boolean isBegun) {
        this.authorization = authorization;
        this.items = new ArrayList<>(items);
        this.parcels = parcels;
        this.refunds = refunds;
        this.evidenceRequests = evidenceRequests;
        this.tasks = tasks;
        this.isBegun = isBegun;
    }

    /** A return on which nothing hangs yet but these. */
    public static ReturnAggregate of(
            ReturnAuthorization authorization, List<RequestedItem> items, List<TrackedParcel> parcels) {
        return new ReturnAggregate(
                authorization,
                items,
                new Part<>(() -> parcels),
                new Part<>(List::of),
                new Part<>(List::of),
                new Part<>(List::of),
                true);
    }

    /** It begins in this transaction: nothing of it is stored but what is here. */
    public boolean isBegun() {
        return isBegun;
    }

    public ReturnAuthorization authorization() {
        return authorization;
    }

    public List<RequestedItem> items() {
        return items;
    }

    public List<TrackedParcel> parcels() {
        return parcels.all();
    }

    public List<Reimbursement> refunds() {
        return refunds.all();
    }

    public List<StoredEvidenceRequest> evidenceRequests() {
        return evidenceRequests.all();
    }

    public List<StoredStaffTask> tasks() {
        return tasks.all();
    }

    public void add(TrackedParcel parcel) {
        parcels.add(parcel);
    }

    public void add(Reimbursement refund) {
        refunds.add(refund);
    }

    public void add(StoredEvidenceRequest request) {
        evidenceRequests.add(request);
    }

    public void add(StoredStaffTask task) {
        tasks.add(task);
    }

    public ReturnDecision decision() {
        return ReturnDecision.of(items.stream().map(RequestedItem::decision).toList());
    }

    public Headline headline() {
        return new HeadlineDerivation(this).facts().headline();
    }

    public RequestedItem item(UUID id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new UnknownId(id, "Return %s has no such item".formatted(authorization.rmaNumber())));
    }

    /** Approved items may go ahead: nothing is open any more, or they waited long enough, or a person said so. */
    public boolean goesAhead() {
        return authorization.approvedAt() != null;
    }

    /** Units for which nothing is to be given back. */
    public int unitsWorthNothing() {
        return items.stream().mapToInt(RequestedItem::worthNothing).sum();
    }

    public boolean isOpen() {
        return items.stream()
                .anyMatch(item -> item.decision() == ItemDecision.IN_REVIEW
                        || item.decision() == ItemDecision.WAITING_FOR_SHOPPER);
    }

    public Stream<RequestedItem> approved() {
        return items.stream().filter(item -> item.decision() == ItemDecision.APPROVED);
    }

    public int expected() {
        return items.stream().mapToInt(RequestedItem::expected).sum();
    }

    public int received() {
        return items.stream().mapToInt(item -> item.goods().received()).sum();
    }

    public void requireNotClosed() {
        if (authorization.isClosed()) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "Return %s is closed".formatted(authorization.rmaNumber()), "returnId");
        }
    }

    /** Units of an item that refunds pay for, promised ones included. */
    public int refundedUnits(RequestedItem item, boolean issuedOnly) {
        return refunds().stream()
                .filter(refund -> issuedOnly ? refund.state() == RefundState.ISSUED : refund.counts())
                .flatMap(refund -> refund.units().stream())
                .filter(units -> units.item().equals(item.id()))
                .mapToInt(RefundedUnits::quantity)
                .sum();
    }

    /** Units for which a person gave the refund up. */
    public int givenUp(RequestedItem item) {
        return refunds().stream()
                .filter(Reimbursement::isGivenUp)
                .mapToInt(refund -> refund.unitsOf(item.id()))
                .sum();
    }

    /** Units of an item that are paid for, or being paid for. */
    public int committedUnits(RequestedItem item) {
        return refunds().stream()
                .filter(Reimbursement::isCommitted)
                .mapToInt(refund -> refund.unitsOf(item.id()))
                .sum();
    }

    /** @throws Refusal WRONG_STATE when money for the item is paid, or on its way, or a replacement was sent */
    public void requireNotPaid(RequestedItem item) {
        var isReplaced = item.goods().exchanged() > 0;
        if (isReplaced || committedUnits(item) > 0) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "“%s” is %s already, so its decision stays"
                            .formatted(item.title(), isReplaced ? "replaced" : "refunded"),
                    "items");
        }
    }

    /** @throws Refusal WRONG_STATE when money or a replacement is tied to all units of the item together */
    public void requireWhole(RequestedItem item) {
        var tied = committedUnits(item) + givenUp(item) > 0
                || tasks().stream().anyMatch(task -> item.id().equals(task.itemId()) && task.quantity() > 0);
        if (tied) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "“%s” is refunded or replaced already; its units cannot be decided apart".formatted(item.title()),
                    "items");
        }
    }

    /** Nothing of it is given back any more; what staff gave and is paid, or being paid, stays given. */
    public void cancelOpenRefunds(String why) {
        refunds().stream().filter(Reimbursement::isOpen).forEach(refund -> refund.cancel(why));
    }

    /** The return ends: what never came of it is the shopper's again. */
    public void endUnsent() {
        items.forEach(item ->
                item.endUnsent(Math.max(committedUnits(item), item.goods().exchanged())));
    }

    /** Why a person has to decide, each reason once. */
    public List<String> because() {
        return items.stream()
                .filter(item -> item.decision() == ItemDecision.IN_REVIEW)
                .map(item -> item.decisionRecord().because())
                .filter(because -> because != null && !because.isBlank())
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "Return %s, %s"
                .formatted(authorization.rmaNumber(), decision().name().toLowerCase(Locale.ROOT));
    }
}
