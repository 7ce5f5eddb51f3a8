package app.retour.returns.record;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import app.retour.returns.events.RefundState;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.status.Headline;
import app.retour.returns.status.HeadlineFacts;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReturnDecision;
import app.retour.returns.view.Return;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.rules.policy.Resolution;
import app.retour.tracking.ParcelState;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Everything there is about one return while it is looked at or changed; derives what is never stored. */
public record ReturnAggregate(
        ReturnAuthorization authorization,
        List<RequestedItem> items,
        List<TrackedParcel> parcels,
        List<Reimbursement> refunds,
        List<StoredEvidenceRequest> evidenceRequests,
        List<StoredStaffTask> tasks) {

    public ReturnDecision decision() {
        return ReturnDecision.of(items.stream().map(RequestedItem::decision).toList());
    }

    public Headline headline() {
        return new HeadlineFacts(decision(), authorization.isClosed(), problem(), outcome(), goods(), parcelSeen())
                .headline();
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
        return refunds.stream()
                .filter(refund -> issuedOnly ? refund.state() == RefundState.ISSUED : refund.counts())
                .flatMap(refund -> refund.units().stream())
                .filter(units -> units.item().equals(item.id()))
                .mapToInt(RefundedUnits::quantity)
                .sum();
    }

    /** Units for which a person gave the refund up. */
    public int givenUp(RequestedItem item) {
        return refunds.stream()
                .filter(Reimbursement::isGivenUp)
                .mapToInt(refund -> refund.unitsOf(item.id()))
                .sum();
    }

    /** Units of an item that are paid for, or being paid for. */
    public int committedUnits(RequestedItem item) {
        return refunds.stream()
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
                || tasks.stream().anyMatch(task -> item.id().equals(task.itemId()) && task.quantity() > 0);
        if (tied) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "“%s” is refunded or replaced already; its units cannot be decided apart".formatted(item.title()),
                    "items");
        }
    }

    /** Nothing of it is given back any more; what staff gave and is paid, or being paid, stays given. */
    public void cancelOpenRefunds(String why) {
        refunds.stream().filter(Reimbursement::isOpen).forEach(refund -> refund.cancel(why));
    }

    /** The return ends: what never came of it is the shopper's again. */
    public void endUnsent() {
        items.forEach(item ->
                item.endUnsent(Math.max(committedUnits(item), item.goods().exchanged())));
    }

    private boolean problem() {
        var astray = parcels.stream()
                .anyMatch(parcel -> parcel.state() == ParcelState.LOST || parcel.state() == ParcelState.EXCEPTION);
        return astray && expected() > 0 || refunds.stream().anyMatch(refund -> refund.state() == RefundState.FAILED);
    }

    private HeadlineFacts.Outcome outcome() {
        var given = EnumSet.noneOf(Resolution.class);
        var open = isOpen();
        var any = false;
        for (var item : approved().toList()) {
            var units = item.resolution() == Resolution.REFUND
                    ? refundedUnits(item, true)
                    : item.goods().exchanged();
            if (units > 0) {
                given.add(item.resolution());
            }
            any = true;
            open |= units + givenUp(item) + item.worthNothing() < unitsToSettle(item);
        }
        open |= given.contains(Resolution.REFUND) && moreIsPromised();
        if (!any || (open && given.isEmpty())) {
            return HeadlineFacts.Outcome.NOTHING;
        }
        if (open) {
            return given.contains(Resolution.REFUND) ? HeadlineFacts.Outcome.PARTLY : HeadlineFacts.Outcome.NOTHING;
        }
        if (given.size() == 1) {
            return switch (given.iterator().next()) {
                case REFUND -> HeadlineFacts.Outcome.REFUND;
                case STORE_CREDIT -> HeadlineFacts.Outcome.CREDIT;
                case EXCHANGE -> HeadlineFacts.Outcome.EXCHANGE;
            };
        }
        return HeadlineFacts.Outcome.MIXED;
    }

    /** Money that no item waits for and that is still to be paid, goodwill for example. */
    private boolean moreIsPromised() {
        return refunds.stream()
                .filter(refund -> refund.units().isEmpty())
                .anyMatch(refund -> refund.counts() && refund.state() != RefundState.ISSUED);
    }

    /** How many units must be given something for, for the item to be done. */
    private static int unitsToSettle(RequestedItem item) {
        var goods = item.goods();
        var counted = item.travels() && item.expected() == 0 && goods.inspected() == goods.received();
        return counted ? goods.accepted() : item.quantity();
    }

    private HeadlineFacts.GoodsFact goods() {
        var received = received();
        var inspected =
                items.stream().mapToInt(item -> item.goods().inspected()).sum();
        if (received == 0) {
            return HeadlineFacts.GoodsFact.NOTHING;
        }
        if (inspected > 0 && inspected < received) {
            return HeadlineFacts.GoodsFact.INSPECTING;
        }
        return expected() > 0 ? HeadlineFacts.GoodsFact.PARTLY : HeadlineFacts.GoodsFact.ALL;
    }

    private HeadlineFacts.ParcelSeen parcelSeen() {
        var states = parcels.stream().map(TrackedParcel::state).toList();
        if (states.contains(ParcelState.DELIVERED)) {
            return HeadlineFacts.ParcelSeen.DELIVERED;
        }
        return states.contains(ParcelState.IN_TRANSIT)
                ? HeadlineFacts.ParcelSeen.ON_ITS_WAY
                : HeadlineFacts.ParcelSeen.NONE;
    }

    /** Why a person has to decide, each reason once. */
    public List<String> because() {
        return items.stream()
                .filter(item -> item.decision() == ItemDecision.IN_REVIEW)
                .map(item -> item.verdict().because())
                .filter(because -> because != null && !because.isBlank())
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    /** @param shop the currency of amounts that rules set */
    Return snapshot(Map<UUID, ReturnReason> reasons, Currency shop) {
        var currency = authorization.currency();
        var unconverted = new CurrencyConversion(currency, shop, null);
        return new Return(
                authorization.returnId(),
                authorization.rmaNumber(),
                authorization.orderId(),
                authorization.orderNumber(),
                authorization.shopperId(),
                authorization.version(),
                currency,
                authorization.requestedAt(),
                authorization.closedAt(),
                decision(),
                headline(),
                new ArrayList<>(items)
                        .stream()
                                .map(item -> item.snapshot(reasonOf(item, reasons), unconverted))
                                .toList(),
                parcels.stream().map(TrackedParcel::snapshot).toList(),
                refunds.stream().map(Reimbursement::snapshot).toList(),
                evidenceRequests.stream().map(StoredEvidenceRequest::snapshot).toList(),
                because(),
                authorization.tags(),
                authorization.team(),
                authorization.assignee(),
                authorization.priority(),
                authorization.waitUntil());
    }

    private static ReturnReason reasonOf(RequestedItem item, Map<UUID, ReturnReason> reasons) {
        var reason = reasons.get(item.reasonId());
        if (reason == null) {
            throw new IllegalStateException("Item %s names a reason that is gone".formatted(item.id()));
        }
        return reason;
    }

    @Override
    public String toString() {
        return "Return %s, %s"
                .formatted(authorization.rmaNumber(), decision().name().toLowerCase(Locale.ROOT));
    }
}
