package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.OutsideRefund;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.rules.policy.RefundMoment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What a gateway may be asked to pay, counted anew from what is paid or being paid, and from what the order was told. */
public final class PaidWithin {
    private final LivingOrder life;
    private final Map<UUID, Money> lines = new HashMap<>();

    public PaidWithin(LivingOrder life) {
        this.life = life;
        learn();
    }

    /** What a line cost is what it cost when something of it was announced, or costs now. */
    public void learn() {
        var money = life.account().money();
        var announced = life.items().stream()
                .filter(item -> item.price() != null)
                .map(item -> Map.entry(
                        item.orderLineId(), Objects.requireNonNull(item.price()).line(money.currency())));
        Stream.concat(money.lines().entrySet().stream(), announced)
                .forEach(line -> lines.merge(line.getKey(), gross(money, line.getValue()), Money::max));
    }

    private static Money gross(OrderMoney money, OrderMoney.Line line) {
        return money.hasTaxOnTop() ? line.paid().plus(line.tax()) : line.paid();
    }

    /** With this one, and all that is paid, being paid or given back elsewhere, no ceiling is passed. */
    public void hold(Reimbursement refund, boolean again) {
        var committed =
                life.refunds().stream().filter(Reimbursement::isCommitted).toList();
        var order = life.order();
        assertThat(sum(committed).plus(order.refundedOutside()))
                .as("issued and refunded outside, of the order")
                .isLessThanOrEqualTo(order.captured().orElse(order.total()));
        // What was issued before a source told otherwise may be too much; nothing more is added to it.
        for (var tender : order.tenders()) {
            if (tender.amount() != null
                    && toTender(List.of(refund), tender.id()).isPositive()) {
                assertThat(toTender(committed, tender.id()).plus(outsideTo(tender.id())))
                        .as("issued and refunded outside to " + tender.label())
                        .isLessThanOrEqualTo(tender.amount());
            }
        }
        lines.forEach((line, cost) -> {
            if (ofLine(List.of(refund), line).isPositive()) {
                assertThat(ofLine(committed, line).plus(outsideOf(line)))
                        .as("issued and refunded outside of a line")
                        .isLessThanOrEqualTo(cost);
            }
        });
        // Asked again, it says what it said at first, though shipping may be given back elsewhere since: its total
        // fits.
        if (!again && shipping(List.of(refund)).isPositive()) {
            var money = life.account().money();
            assertThat(shipping(committed).plus(money.outside(OrderMoney.Outside.Kind.SHIPPING)))
                    .as("issued and refunded outside of the shipping")
                    .isLessThanOrEqualTo(money.grossShipping().gross());
        }
        for (var units : refund.units()) {
            if (units.quantity() > 0) { // Else a cent that another item of the line was owed.
                covered(refund, life.of(refund), units.item());
            }
        }
        for (var share : refund.waterfall().tenders()) {
            assertThat(share.tenderId() == null
                            || order.tenders().stream()
                                    .anyMatch(known -> known.id().equals(share.tenderId())))
                    .as("a tender of the order")
                    .isTrue();
        }
    }

    /** Approved, and accepted or received as the rules say; an advance may go before the goods, not before the refusal. */
    private static void covered(Reimbursement refund, ReturnAggregate aggregate, UUID id) {
        var item = aggregate.item(id);
        assertThat(item.decision()).isEqualTo(ItemDecision.APPROVED);
        if (item.terms().keepItem()) {
            return;
        }
        var goods = item.goods();
        var here = item.terms().refundMoment() == RefundMoment.INSPECTION
                ? goods.accepted()
                : goods.received() - goods.refused();
        var most = refund.isAdvance() ? Math.max(here, item.quantity() - goods.refused() - goods.missing()) : here;
        var paid = aggregate.refunds().stream()
                .filter(Reimbursement::isCommitted)
                .filter(other -> refund.isAdvance() || !other.isAdvance())
                .mapToInt(other -> other.unitsOf(id))
                .sum();
        assertThat(paid).as("units paid for of " + item.title()).isLessThanOrEqualTo(most);
    }

    private Money zero() {
        return Money.zero(life.order().currency());
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

    private Money outsideTo(String tender) {
        return life.order().outsideRefunds().stream()
                .filter(refund -> tender.equals(refund.tenderId()))
                .map(OutsideRefund::amount)
                .reduce(zero(), Money::plus);
    }

    private Money ofLine(List<Reimbursement> of, UUID line) {
        return of.stream()
                .flatMap(each -> each.units().stream())
                .filter(units -> units.orderLine().equals(line))
                .map(RefundedUnits::amount)
                .reduce(zero(), Money::plus);
    }

    private Money outsideOf(UUID line) {
        return life.order().outsideRefunds().stream()
                .filter(refund ->
                        refund.line() != null && line.equals(refund.line().value()))
                .map(OutsideRefund::amount)
                .reduce(zero(), Money::plus);
    }

    private Money shipping(List<Reimbursement> of) {
        return of.stream()
                .flatMap(each -> each.waterfall().lines().stream())
                .filter(line -> line.kind() == WaterfallLineKind.OUTBOUND_SHIPPING
                        || line.kind() == WaterfallLineKind.SHIPPING_TAX)
                .map(Waterfall.Line::amount)
                .reduce(zero(), Money::plus);
    }
}
