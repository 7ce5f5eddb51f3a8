package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.GoodsCount;
import app.retour.returns.goods.Payable;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything is decided, counted, graded and paid: nothing promised stays unpaid, and nothing is paid beyond promises. */
final class EndOfALife {
    private final LivingOrder life;

    EndOfALife(LivingOrder life) {
        this.life = life;
    }

    /**
     * @param calm nobody set an amount or a means, and the order stayed as it was
     * @param lowered a refund became less after others were sent to the means that it left
     * @param missed one that was being paid was not: others were paid what they were worth beside it
     */
    void hold(boolean calm, boolean lowered, boolean missed) {
        for (var refund : life.refunds()) {
            if (refund.counts() && refund.hold() == null && !refund.needsMeans()) {
                assertThat(refund.state()).as("a refund that nothing holds up").isEqualTo(RefundState.ISSUED);
            }
        }
        for (var aggregate : life.returns()) {
            if (aggregate.goesAhead() && !aggregate.authorization().isClosed()) {
                everyUnitIsSettled(aggregate);
            }
        }
        if (calm && !missed && life.returns().stream().allMatch(this::isPlain) && isOrdered()) {
            sameAsAtOnce(lowered);
        }
    }

    /**
     * Where shipping comes once, it is a matter of order with which return it comes, and what it leaves of the label; it
     * may have been paid when all of the order was on its way, or was approved, and something of another return did not
     * come, or was withdrawn. So it is where more units of a line came than were ordered: which of them were paid for
     * first.
     */
    private boolean isOrdered() {
        var moved = life.returns().stream()
                .filter(aggregate -> !accepted(aggregate).isEmpty()
                        || aggregate.items().stream()
                                .anyMatch(item -> item.goods().received() > 0
                                        || item.goods().missing() > 0
                                        || item.terms().refundMoment().compareTo(RefundMoment.RECEIPT) < 0))
                .count();
        return (life.account().terms().shipping() == OutboundShippingPolicy.NEVER || moved < 2)
                && life.order().lines().stream()
                        .allMatch(line -> life.items().stream()
                                        .filter(item -> item.orderLineId()
                                                .equals(line.id().value()))
                                        .mapToInt(item -> item.goods().received())
                                        .sum()
                                <= line.quantity());
    }

    private void everyUnitIsSettled(ReturnAggregate aggregate) {
        for (var item : aggregate
                .approved()
                .filter(each -> each.resolution() == Resolution.REFUND)
                .toList()) {
            assertThat(aggregate.refundedUnits(item, false) + aggregate.givenUp(item) + item.worthNothing())
                    .as("units refunded, given up or worth nothing of " + item.title())
                    .isGreaterThanOrEqualTo(Payable.units(aggregate, item));
        }
        if (isPaid() && isWorthSomething()) {
            assertThat(DueRefunds.next(life.account(), aggregate, life.tick()))
                    .as("more that is due")
                    .isEmpty();
        }
    }

    /** Where nothing was captured, refunds wait; all are looked at again when the order is told as paid. */
    private boolean isPaid() {
        return life.order().captured().map(Money::isPositive).orElse(true);
    }

    /**
     * Of goods that cost nothing only the shipping is given back, with whichever return is looked at last; where that one's
     * label costs more than the shipping, it is a matter of order whether another return's would have come to something.
     */
    private boolean isWorthSomething() {
        return life.order().lines().stream().anyMatch(line -> line.paid().isPositive());
    }

    /** No more was paid in advance, or because of what was to come, than came. */
    private boolean isPlain(ReturnAggregate aggregate) {
        var account = life.account().asAnnounced(aggregate.items());
        return !account.reckon(aggregate, DueRefunds.units(aggregate), account.given())
                        .excess()
                        .isPositive()
                && GoodsCount.refundedNotReceived(aggregate).isEmpty()
                // A unit too many of one item may be what is missing of another, and counts as all that came.
                && aggregate.items().stream().allMatch(item -> item.goods().received() <= item.quantity())
                && aggregate.items().stream()
                        .allMatch(item -> aggregate.refundedUnits(item, false) <= Payable.units(aggregate, item))
                && !mayHaveBroughtShippingAhead(aggregate);
    }

    /** Of a full return shipping comes back; it was one while what was refunded ahead was still to come. */
    private boolean mayHaveBroughtShippingAhead(ReturnAggregate aggregate) {
        return life.account().terms().shipping() == OutboundShippingPolicy.FULL_RETURN
                && aggregate.items().stream()
                        .anyMatch(item -> item.terms().refundMoment().compareTo(RefundMoment.RECEIPT) < 0
                                && Payable.units(aggregate, item) < item.quantity());
    }

    /** Had all of each return come at once, the same would have been given back, by the same means. */
    private void sameAsAtOnce(boolean lowered) {
        var atOnce = new ArrayList<Reimbursement>();
        var order = life.account();
        for (var aggregate : life.returns()) {
            var units = accepted(aggregate);
            if (units.isEmpty()) {
                continue;
            }
            var afresh = ReturnAggregate.of(aggregate.authorization(), aggregate.items(), aggregate.parcels());
            var account = new OrderAccount(order.money(), atOnce, order.worthless(), order.terms())
                    .asAnnounced(aggregate.items());
            var reckoned = account.reckon(afresh, units, atOnce);
            if (reckoned.waterfall().total().isPositive()) {
                atOnce.add(new Reimbursement(aggregate.authorization(), reckoned, false, Instant.EPOCH));
            }
        }
        var given = life.refunds().stream().filter(Reimbursement::counts).toList();
        var alone = life.returns().stream().allMatch(order::isAlone);
        var cents = alone ? 0 : life.items().size();
        assertThat(sum(given).minus(sum(atOnce)).minorUnits())
                .as("%s, and at once %s", sum(given), said(atOnce))
                .isBetween(-(long) cents, (long) cents);
        if (!lowered && alone) {
            assertThat(order.earlier(given).byTender())
                    .isEqualTo(order.earlier(atOnce).byTender());
        }
    }

    private static Map<RequestedItem, Integer> accepted(ReturnAggregate aggregate) {
        var units = new LinkedHashMap<RequestedItem, Integer>();
        aggregate
                .approved()
                .filter(item -> item.resolution() == Resolution.REFUND && Payable.units(aggregate, item) > 0)
                .forEach(item -> units.put(item, Payable.units(aggregate, item)));
        return units;
    }

    private static List<String> said(List<Reimbursement> of) {
        return of.stream()
                .flatMap(refund -> refund.waterfall().lines().stream())
                .map(line -> line.kind() + " " + line.amount())
                .toList();
    }

    private Money sum(List<Reimbursement> of) {
        return of.stream()
                .map(Reimbursement::amount)
                .reduce(Money.zero(life.order().currency()), Money::plus);
    }
}
