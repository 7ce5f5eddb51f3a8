package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.returns.goods.Payable;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.rules.policy.Resolution;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which refunds of a return are due: what has come to its moment, and what is left of those that were due before. Pure. */
final class DueRefunds {
    /** Refunds change at most this often before they fit. */
    private static final int MOST_CHANGES = 8;

    private DueRefunds() {}

    /** A refund that was looked at again, as it is now, and what is to be said of it. */
    record Change(Reimbursement refund, PayingAnswer found, String said) {}

    /** Whether a refund of the return has to be looked at when something changed. */
    static boolean hasOpen(ReturnAggregate aggregate) {
        return aggregate.refunds().stream().anyMatch(Reimbursement::isOpen);
    }

    /**
     * Whether one that is not paid gives back what others of the return keep: those that are not paid either need not keep
     * it, and then it does not give it back.
     */
    static boolean givesBackFees(ReturnAggregate aggregate) {
        return aggregate.refunds().stream().anyMatch(refund -> refund.isOpen() && refund.givesBackFees());
    }

    /** Looks again at those that are not paid: each keeps what still fits. */
    static List<Change> revise(OrderAccount account, ReturnAggregate aggregate) {
        return revise(
                account,
                aggregate,
                aggregate.refunds().stream()
                        .filter(Reimbursement::isOpen)
                        .sorted(OrderAccount.FIRST_DUE)
                        .toList());
    }

    /** One that is new. */
    static void revise(OrderAccount account, ReturnAggregate aggregate, Reimbursement refund) {
        revise(account.and(refund), aggregate, List.of(refund));
    }

    /** What one keeps less of, another may be owed: so all are looked at until nothing changes any more. */
    private static List<Change> revise(OrderAccount account, ReturnAggregate aggregate, List<Reimbursement> open) {
        var changes = open.stream().map(Revision::new).toList();
        var changing = true;
        for (var rounds = 0; rounds < MOST_CHANGES && changing; rounds++) {
            changing = false;
            for (var change : changes) {
                changing |= change.revise(account, aggregate);
            }
        }
        return changes.stream().flatMap(change -> change.said().stream()).toList();
    }

    /** A refund while it is looked at. */
    private static final class Revision {
        private final Reimbursement refund;
        private final Money before;
        private final Set<String> why = new LinkedHashSet<>();
        private @Nullable PayingAnswer last;

        Revision(Reimbursement refund) {
            this.refund = refund;
            before = refund.amount();
        }

        boolean revise(OrderAccount account, ReturnAggregate aggregate) {
            if (!refund.isOpen()) {
                return false;
            }
            var found = PayingGuard.check(account, aggregate, refund);
            markAdvance(account, aggregate, refund);
            if (!refund.take(found)) {
                return false;
            }
            last = found;
            why.add(DueRefunds.why(found));
            return true;
        }

        Optional<Change> said() {
            if (last == null) {
                return Optional.empty();
            }
            var said = switch (last) {
                case PayingAnswer.Gone _ -> "The refund of %s is not due any more".formatted(before);
                case PayingAnswer.Held _ -> "The refund of %s waits".formatted(refund.amount());
                case PayingAnswer.Changed _, PayingAnswer.Pays _ ->
                    before.equals(refund.amount())
                            ? "The refund of %s was looked at again".formatted(before)
                            : "The refund is %s instead of %s".formatted(refund.amount(), before);
            };
            var reason = String.join(
                    ". ", why.stream().filter(each -> !each.isEmpty()).toList());
            return Optional.of(new Change(refund, last, reason.isEmpty() ? said : said + ": " + reason));
        }
    }

    /** What is done now with a refund that a gateway is to be asked for. */
    static Asking asking(OrderAccount account, ReturnAggregate aggregate, Reimbursement refund) {
        markAdvance(account, aggregate, refund);
        return Asking.of(refund, PayingGuard.check(account, aggregate, refund));
    }

    /** What came may be refused, while what is still to come keeps the refund due. */
    private static void markAdvance(OrderAccount account, ReturnAggregate aggregate, Reimbursement refund) {
        var first = account.before(refund);
        var paysForMoreThanCame = aggregate
                .approved()
                .filter(item -> item.travels() && refund.unitsOf(item.id()) > 0)
                .anyMatch(item -> first.stream()
                                        .mapToInt(other -> other.unitsOf(item.id()))
                                        .sum()
                                + refund.unitsOf(item.id())
                        > item.goods().arrived());
        if (paysForMoreThanCame) {
            refund.becomeAdvance();
        }
    }

    static String why(PayingAnswer found) {
        return switch (found) {
            case PayingAnswer.Pays _ -> "";
            case PayingAnswer.Changed changed -> changed.why();
            case PayingAnswer.Held held -> held.why();
            case PayingAnswer.Gone gone -> gone.why();
        };
    }

    /** Units that have come to their moment and are neither refunded nor given up. */
    static Map<RequestedItem, Integer> units(ReturnAggregate aggregate) {
        var units = new LinkedHashMap<RequestedItem, Integer>();
        aggregate
                .approved()
                .filter(item -> item.resolution() == Resolution.REFUND)
                .forEach(item -> {
                    var due = Payable.units(aggregate, item)
                            - aggregate.refundedUnits(item, false)
                            - aggregate.givenUp(item);
                    if (due > 0) {
                        units.put(item, due);
                    }
                });
        return units;
    }

    /** Units that would still be refunded if all that is not refused comes and is accepted. */
    static Map<RequestedItem, Integer> expected(ReturnAggregate aggregate) {
        var units = new LinkedHashMap<RequestedItem, Integer>();
        aggregate.items().stream()
                .filter(item -> item.isLive() && item.resolution() == Resolution.REFUND)
                .forEach(item -> {
                    var due = Math.max(Payable.unrefused(item), item.goods().arrived())
                            - aggregate.refundedUnits(item, false)
                            - aggregate.givenUp(item);
                    if (due > 0 && !aggregate.authorization().isClosed()) {
                        units.put(item, due);
                    }
                });
        return units;
    }

    /** Whether something may fall due: units came to their moment, or those that came before are worth more by now. */
    static boolean mayFallDue(ReturnAggregate aggregate) {
        return !units(aggregate).isEmpty() || gaveBack(aggregate);
    }

    private static boolean gaveBack(ReturnAggregate aggregate) {
        return aggregate.refunds().stream().anyMatch(refund -> refund.counts() && !refund.isOfStaff());
    }

    /** What falls due now; where it comes to nothing there is no refund, and its units are done with. */
    static Optional<Reimbursement> next(OrderAccount account, ReturnAggregate aggregate, Instant now) {
        var units = units(aggregate);
        aggregate.items().stream().filter(item -> !units.containsKey(item)).forEach(item -> item.comesToNothing(0));
        if (units.isEmpty() && !gaveBack(aggregate)) {
            return Optional.empty();
        }
        var announced = account.asAnnounced(aggregate.items());
        var reckoned = announced.reckon(aggregate, units, announced.given());
        if (units.isEmpty() && !reckoned.isMoreThanBefore(account.isAlone(aggregate))) {
            return Optional.empty();
        }
        if (!reckoned.waterfall().total().isPositive()) {
            units.forEach(RequestedItem::comesToNothing);
            return Optional.empty();
        }
        var advance = units.entrySet().stream()
                .anyMatch(due -> due.getKey().travels()
                        && Payable.units(aggregate, due.getKey())
                                > due.getKey().goods().received());
        var refund = new Reimbursement(aggregate.authorization(), reckoned, advance, now);
        revise(account, aggregate, refund);
        if (!refund.counts()) {
            units.forEach(RequestedItem::comesToNothing);
            return Optional.empty();
        }
        units.keySet().forEach(item -> item.comesToNothing(0));
        aggregate.add(refund);
        return Optional.of(refund);
    }
}
