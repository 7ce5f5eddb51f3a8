package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.GoodsCount;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** What must hold of money after every step of a life, whenever a gateway is asked to pay, and in the end. */
public final class PromisesKept {
    private final LivingOrder life;
    private final PaidWithin limits;
    private final Map<UUID, Money> seen = new HashMap<>();
    private boolean toldAgain;
    private final Set<UUID> underWay = new HashSet<>();
    private boolean lowered;
    private boolean missed;

    PromisesKept(LivingOrder life) {
        this.life = life;
        limits = new PaidWithin(life);
    }

    void toldAgain() {
        limits.learn();
        toldAgain = true;
    }

    /** The gateway is asked to pay this one, for the first time or again. */
    public void handedOver(Reimbursement refund, boolean again) {
        limits.hold(refund, again);
        // What the same refund keeps makes up for what it gives back of another item, by a cent of rounding.
        keepsNoLessThanItGivesBack(
                life.of(refund), Reimbursement::isCommitted, line -> line.kind().toString());
    }

    void keptInTheEnd(boolean calm) {
        limits.learn();
        new EndOfALife(life).hold(calm, lowered, missed);
    }

    void hold() {
        for (var refund : life.refunds()) {
            var most = seen.merge(refund.id(), refund.amount(), Money::max);
            var less = !refund.counts() || refund.amount().compareTo(most) < 0;
            lowered |= less;
            missed |= less && underWay.contains(refund.id());
            if (refund.state() == RefundState.ISSUING) {
                underWay.add(refund.id());
            }
            var waterfall = refund.waterfall();
            assertThat(Money.sum(
                            currency(refund),
                            waterfall.lines().stream()
                                    .map(Waterfall.Line::amount)
                                    .toList()))
                    .isEqualTo(refund.amount());
            if (!waterfall.tenders().isEmpty()) {
                assertThat(Money.sum(
                                currency(refund),
                                waterfall.tenders().stream()
                                        .map(Waterfall.TenderShare::amount)
                                        .toList()))
                        .isEqualTo(refund.amount());
            }
            assertThat(refund.amount().isPositive()).as("a refund of nothing").isTrue();
        }
        for (var aggregate : life.returns()) {
            for (var item : aggregate.items()) {
                assertThat(aggregate.refundedUnits(item, false) + aggregate.givenUp(item))
                        .as("refunded and given up of " + item.title())
                        .isLessThanOrEqualTo(item.quantity());
            }
            keepsNoLessThanItGivesBack(aggregate, Reimbursement::counts, line -> line.kind() + " of " + line.itemId());
            keepsTheLabelOnce(aggregate);
            speaks(aggregate);
        }
        for (var line : life.order().lines()) {
            var returnable = new ReturnableOrder(life.order(), life.items());
            assertThat(returnable.returnable(line)).isBetween(0, line.quantity());
        }
        var paid = life.refunds().stream()
                .filter(each -> each.state() == RefundState.ISSUED)
                .toList();
        var underWay = life.refunds().stream()
                .filter(each -> each.state() == RefundState.ISSUING)
                .toList();
        assertThat(life.bank().paid(zero())).isBetween(sum(paid), sum(paid).plus(sum(underWay)));
    }

    /** Refunds fit at once, not only when somebody pays; nobody is told of money that does not come. */
    private void speaks(ReturnAggregate aggregate) {
        // One that failed is looked at when it is tried again.
        for (var refund : aggregate.refunds().stream()
                .filter(each -> each.state() == RefundState.DUE)
                .toList()) {
            var found = PayingGuard.check(life.account(), aggregate, refund);
            // Room or means that another return's refund left or took may be seen later; a smaller amount is at once.
            var grows = found instanceof PayingAnswer.Changed changed
                    && changed.waterfall().total().compareTo(refund.amount()) >= 0;
            var held = found instanceof PayingAnswer.Held;
            // Whether all of an order is back may change with a thing that costs nothing: no refund of it tells the
            // others.
            var full = life.account().terms().shipping() == OutboundShippingPolicy.FULL_RETURN;
            if (life.returns().size() == 1 || !toldAgain && !full) {
                assertThat(found instanceof PayingAnswer.Pays || held || grows)
                        .as("a refund that is due fits: " + DueRefunds.why(found))
                        .isTrue();
                var waits = refund.hold() != null || held && refund.needsPersonBecause() != null;
                assertThat(waits && !grows)
                        .as("held: " + refund.needsPersonBecause() + ", found " + found)
                        .isEqualTo(held);
            }
        }
        var steps = ToldOfAReturn.toShopper(aggregate);
        if (aggregate.refunds().stream().noneMatch(each -> each.counts() && each.hold() == null)) {
            assertThat(steps).doesNotContain(NextStepKind.WAIT_FOR_REFUND, NextStepKind.REFUND_ON_ITS_WAY);
        }
        assertThat(ToldOfAReturn.milestones(aggregate)).hasSize(4);
        assertThat(ToldOfAReturn.teamSteps(aggregate)).isNotEmpty();
        GoodsCount.refundedNotReceived(aggregate);
    }

    /** What was never kept for the label, or as a fee, is not given back. */
    private void keepsNoLessThanItGivesBack(
            ReturnAggregate aggregate, Predicate<Reimbursement> which, Function<Waterfall.Line, String> what) {
        var kept = new HashMap<String, Money>();
        aggregate.refunds().stream()
                .filter(refund -> which.test(refund) || refund.isGivenUp())
                .flatMap(refund -> refund.waterfall().lines().stream()
                        // Of what was given up only what it kept is settled: what it would have given back nobody got.
                        .filter(line -> line.kind().isFee()
                                && (which.test(refund) || line.amount().isNegative())))
                .forEach(line -> kept.merge(what.apply(line), line.amount().negated(), Money::plus));
        kept.forEach((of, amount) -> assertThat(amount).as("kept: " + of).isGreaterThanOrEqualTo(zero()));
    }

    private void keepsTheLabelOnce(ReturnAggregate aggregate) {
        var kept = aggregate.refunds().stream()
                .filter(Reimbursement::counts)
                .flatMap(refund -> refund.waterfall().lines().stream())
                .filter(line -> line.kind() == WaterfallLineKind.LABEL_FEE)
                .map(line -> line.amount().negated())
                .reduce(zero(), Money::plus);
        assertThat(kept).as("kept for the label").isLessThanOrEqualTo(life.label());
    }

    private Money zero() {
        return Money.zero(life.order().currency());
    }

    private static Currency currency(Reimbursement of) {
        return of.amount().currency();
    }

    private Money sum(List<Reimbursement> of) {
        return of.stream().map(Reimbursement::amount).reduce(zero(), Money::plus);
    }
}
