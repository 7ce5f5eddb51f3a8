package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.Payable;
import app.retour.returns.record.Hold;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Looks at a refund as things are now, whatever they were when it was reckoned: is the order paid, is there still enough
 * of the order, of each line and of each tender, are the items still approved and the units accepted. Asked whenever one
 * of these changes, and again at the moment of paying. Pure; the caller holds the order's lock.
 */
final class PayingGuard {
    private final OrderMoney told;
    private final OrderAccount account;
    private final ReturnAggregate aggregate;
    private final Reimbursement refund;
    private final List<Reimbursement> first;
    private final List<String> why = new ArrayList<>();

    private PayingGuard(OrderAccount account, ReturnAggregate aggregate, Reimbursement refund) {
        told = account.money();
        this.account = account.asAnnounced(aggregate.items());
        this.aggregate = aggregate;
        this.refund = refund;
        first = account.before(refund);
    }

    static PayingAnswer check(OrderAccount account, ReturnAggregate aggregate, Reimbursement refund) {
        return new PayingGuard(account, aggregate, refund).answer();
    }

    private PayingAnswer answer() {
        var money = account.money();
        var units = units();
        if (units.isEmpty() && refund.units().stream().anyMatch(paid -> paid.quantity() > 0)) {
            return new PayingAnswer.Gone(String.join(". ", why));
        }
        if (!money.currency().equals(refund.amount().currency())) {
            return new PayingAnswer.Held(
                    Hold.PERSON,
                    "The order is told in %s now, and this refund is in %s: find out what is owed"
                            .formatted(money.currency(), refund.amount().currency()));
        }
        var draft = new RefundDraft(account, told, refund, first);
        if (!refund.isOfStaff()) {
            var reckoned = account.reckonAnew(aggregate, units, refund);
            reckonAnew(draft, reckoned, units.isEmpty());
            if (!units.isEmpty() && !account.isHeld() && !waits(draft)) {
                draft.ask(reckoned);
            }
        }
        why.addAll(draft.fit());
        if (!draft.total().isPositive()) {
            return new PayingAnswer.Gone(why.isEmpty() ? "Nothing is left to give back" : String.join(". ", why));
        }
        if (draft.differs(account.isHeld() || waits(draft))) {
            if (why.isEmpty()) {
                why.add(Objects.requireNonNullElse(draft.needsPersonBecause(), "Nothing stands against it any more"));
            }
            return new PayingAnswer.Changed(
                    draft.waterfall(),
                    draft.units(),
                    draft.needsPersonBecause(),
                    !money.unpaid() && money.captured() != null,
                    String.join(". ", why));
        }
        if (money.unpaid()) {
            return new PayingAnswer.Held(
                    Hold.UNPAID, "The order is not paid: this reduces the bill, and nothing is issued");
        }
        if (money.captured() == null) {
            return new PayingAnswer.Held(
                    Hold.PERSON,
                    "The order is paid in part, and nobody told how much: tell what its means of payment took");
        }
        if (waits(draft)) {
            return new PayingAnswer.Held(
                    Hold.PERSON,
                    "It gives back what another refund of the return keeps, and that one is not paid yet: pay that first");
        }
        return new PayingAnswer.Pays(draft.needsPersonBecause());
    }

    /** @param onlyMore it gives back what was kept, or a cent that its units are owed; what is kept after all stays kept */
    private void reckonAnew(RefundDraft draft, RefundCalculation reckoned, boolean onlyMore) {
        if (!why.isEmpty()) {
            draft.anew(reckoned);
        } else if (!onlyMore && draft.leftOpenMoreThan(reckoned)) {
            why.add("The charges that were left open are known in %s now"
                    .formatted(account.money().currency()));
            draft.anew(reckoned);
        } else if (draft.isReckonedOtherwise(reckoned, account.isAlone(aggregate))) {
            why.add("Goods, fees or shipping of the return come to something else than when it was reckoned");
            draft.anew(reckoned);
        } else if (onlyMore && draft.isWorthMoreThan(reckoned)) {
            why.add("More is to be kept than when it was reckoned");
            draft.anew(reckoned);
        } else if (!onlyMore && draft.couldBeMoreThan(reckoned)) {
            why.add("More of the order is paid, or less of it was given back, than when it was reckoned");
            draft.anew(reckoned);
        }
    }

    /** It gives back more than was kept by those that are paid, and one that is not paid yet keeps it. */
    private boolean waits(RefundDraft draft) {
        return Stream.of(WaterfallLineKind.RESTOCKING_FEE, WaterfallLineKind.LABEL_FEE)
                .anyMatch(kind -> {
                    var back = draft.fees(kind);
                    return back.isPositive()
                            && back.compareTo(kept(kind, RefundState.ISSUED)) > 0
                            && kept(kind, RefundState.DUE, RefundState.FAILED, RefundState.ISSUING)
                                    .isPositive();
                });
    }

    /** Of this kind, by the return's other refunds that stand so, or that somebody gave up. */
    private Money kept(WaterfallLineKind kind, RefundState... states) {
        return aggregate.refunds().stream()
                .filter(other -> !other.id().equals(refund.id()))
                .filter(other -> List.of(states).contains(other.state())
                        || other.isGivenUp() && List.of(states).contains(RefundState.ISSUED))
                .flatMap(other -> other.waterfall().lines().stream())
                .filter(line -> line.kind() == kind)
                .map(Waterfall.Line::amount)
                .reduce(Money.zero(refund.amount().currency()), Money::plus)
                .negated();
    }

    /** How many of the refund's units may still be paid for, by item; says why where it is fewer. */
    private Map<RequestedItem, Integer> units() {
        var fits = new LinkedHashMap<RequestedItem, Integer>();
        for (var paid : refund.units()) {
            var item = aggregate.items().stream()
                    .filter(known -> known.id().equals(paid.item()))
                    .findFirst()
                    .orElse(null);
            if (item == null) {
                why.add("An item of it is not of this return any more");
                continue;
            }
            var taken =
                    first.stream().mapToInt(other -> other.unitsOf(item.id())).sum() + aggregate.givenUp(item);
            var left = Math.clamp((long) Payable.units(aggregate, item) - taken, 0, paid.quantity());
            if (left < paid.quantity()) {
                why.add(because(item, paid.quantity() - left));
            }
            if (left > 0) {
                fits.merge(item, left, Integer::sum);
            }
        }
        return fits;
    }

    private String because(RequestedItem item, int fewer) {
        var goods = item.goods();
        if (refund.isAdvance() && Payable.units(aggregate, item) < Payable.most(item, true)) {
            return "%d × %s less: its parcel is not on its way to us".formatted(fewer, item.title());
        }
        return item.decision() == ItemDecision.APPROVED
                ? "%d × %s less: %d refused, %d missing"
                        .formatted(fewer, item.title(), goods.refused(), goods.missing())
                : "“%s” is not approved any more".formatted(item.title());
    }
}
