package app.retour.returns;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What must hold of money after every step of a life, and whenever a gateway is asked to pay. */
final class PromisesKept {
    private final LivingOrder life;
    private final Map<UUID, Money> lines = new HashMap<>();
    private boolean toldAgain;

    PromisesKept(LivingOrder life) {
        this.life = life;
        learnLines();
    }

    private Money zero() {
        return Money.zero(life.order().currency());
    }

    /** What a line cost is what it cost when something of it was announced, or costs now. */
    private void learnLines() {
        var money = life.account().money();
        money.lines().forEach((id, line) -> lines.merge(id, gross(money, line), Money::max));
        for (var item : life.items()) {
            if (item.price() instanceof AnnouncedPrice price) {
                lines.merge(
                        item.orderLineId(), gross(money, price.line(life.order().currency())), Money::max);
            }
        }
    }

    private static Money gross(OrderMoney money, OrderMoney.Line line) {
        return line.paid().plus(line.tax());
    }

    void toldAgain() {
        learnLines();
        toldAgain = true;
    }

    /** The gateway is asked to pay this one: with it, and all that is paid or being paid, no ceiling is passed. */
    void handedOver(Reimbursement refund) {
        var committed =
                life.refunds().stream().filter(Reimbursement::isCommitted).toList();
        var order = life.order();
        var captured = order.captured().orElse(order.total());
        assertThat(sum(committed).plus(order.refundedOutside()))
                .as("issued and refunded outside, of the order")
                .isLessThanOrEqualTo(captured);
        for (var tender : order.tenders()) {
            // What was issued before a source told otherwise may be too much; nothing more is added to it.
            if (tender.amount() != null
                    && toTender(List.of(refund), tender.id()).isPositive()) {
                assertThat(toTender(committed, tender.id()))
                        .as("issued to " + tender.label())
                        .isLessThanOrEqualTo(tender.amount());
            }
        }
        lines.forEach((line, cost) -> {
            if (ofLine(List.of(refund), line).isPositive()) {
                assertThat(ofLine(committed, line)).as("issued of a line").isLessThanOrEqualTo(cost);
            }
        });
        for (var units : refund.units()) {
            if (units.quantity() == 0) {
                continue; // A cent that another item of the line was owed.
            }
            var dossier = life.of(refund);
            var item = dossier.item(units.item());
            assertThat(item.decision()).isEqualTo(ItemDecision.APPROVED);
            assertThat(dossier.committedUnits(item))
                    .as("units paid for of " + item.title())
                    .isLessThanOrEqualTo(Payable.units(dossier, item));
        }
        for (var share : refund.waterfall().tenders()) {
            assertThat(share.tenderId() == null
                            || order.tenders().stream()
                                    .anyMatch(known -> known.id().equals(share.tenderId())))
                    .as("a tender of the order")
                    .isTrue();
        }
    }

    void hold() {
        for (var refund : life.refunds()) {
            var waterfall = refund.waterfall();
            assertThat(Money.sum(
                            zero(refund),
                            waterfall.lines().stream()
                                    .map(Waterfall.Line::amount)
                                    .toList()))
                    .isEqualTo(refund.amount());
            if (!waterfall.tenders().isEmpty()) {
                assertThat(Money.sum(
                                zero(refund),
                                waterfall.tenders().stream()
                                        .map(Waterfall.TenderShare::amount)
                                        .toList()))
                        .isEqualTo(refund.amount());
            }
            assertThat(refund.amount().isPositive()).as("a refund of nothing").isTrue();
        }
        for (var dossier : life.returns()) {
            for (var item : dossier.items()) {
                assertThat(dossier.refundedUnits(item, false) + dossier.givenUp(item))
                        .as("refunded and given up of " + item.title())
                        .isLessThanOrEqualTo(item.quantity());
            }
            speaks(dossier);
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
    private void speaks(Dossier dossier) {
        for (var refund :
                dossier.refunds().stream().filter(Reimbursement::isOpen).toList()) {
            var found = PayingGuard.check(life.account(), dossier, refund);
            // Room or means that another return's refund left or took may be seen later; a smaller amount is at once.
            var grows = found instanceof PayingGuard.Answer.Changed changed
                    && changed.waterfall().total().compareTo(refund.amount()) >= 0;
            var held = found instanceof PayingGuard.Answer.Held;
            if (life.returns().size() == 1 || !toldAgain) {
                assertThat(found instanceof PayingGuard.Answer.Pays || held || grows)
                        .as("a refund that is due fits: " + DueRefunds.why(found))
                        .isTrue();
                assertThat(refund.hold() != null && !grows).isEqualTo(held);
            }
        }
        var steps = Outlook.nextSteps(dossier).stream().map(NextStep::kind).toList();
        if (dossier.refunds().stream().noneMatch(each -> each.counts() && each.hold() == null)) {
            assertThat(steps).doesNotContain(NextStepKind.WAIT_FOR_REFUND, NextStepKind.REFUND_ON_ITS_WAY);
        }
        assertThat(Outlook.milestones(dossier, null)).hasSize(4);
        assertThat(TeamOutlook.steps(dossier, List.of(), 0)).isNotEmpty();
        GoodsCount.refundedNotReceived(dossier);
    }

    private static java.util.Currency zero(Reimbursement of) {
        return of.amount().currency();
    }

    private Money sum(List<Reimbursement> of) {
        return of.stream().map(Reimbursement::amount).reduce(zero(), Money::plus);
    }

    private Money toTender(List<Reimbursement> of, String tender) {
        return of.stream()
                .flatMap(each -> each.waterfall().tenders().stream())
                .filter(share -> Objects.equals(share.tenderId(), tender))
                .map(Waterfall.TenderShare::amount)
                .reduce(zero(), Money::plus);
    }

    private Money ofLine(List<Reimbursement> of, UUID line) {
        return of.stream()
                .flatMap(each -> each.units().stream())
                .filter(units -> units.orderLine().equals(line))
                .map(RefundedUnits::amount)
                .reduce(zero(), Money::plus);
    }
}
