package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out to the cent what is to be given back for a return now: all that it is worth so far, reckoned from the start,
 * less what it got before. So parts and their order make no difference. Pure; the caller holds the order's lock.
 *
 * @param waterfall a total of zero means that there is nothing to give back
 * @param units what the amount is for; of no meaning when there is nothing to give back
 * @param lowersBill what is given back by asking for less instead, because it was never paid
 * @param excess by how much the return got more before than it is worth by now; nobody is charged for it
 * @param needsPersonBecause why nobody but a person may pay it
 */
public record RefundCalculation(
        Waterfall waterfall,
        List<RefundedUnits> units,
        Money lowersBill,
        Money excess,
        @Nullable String needsPersonBecause) {

    /**
     * What the merchant charges and grants.
     *
     * @param label kept back once per return when the way back is deducted, in the order's currency; null for nothing
     * @param worthlessElsewhere units by order line that came back with other returns, and nothing was given for them
     */
    public record Terms(
            @Nullable Money label, OutboundShippingPolicy shipping, Map<UUID, Integer> worthlessElsewhere) {}

    /**
     * @param refundables all items of the return that came, were given back before, or may still come, in the order in which
     *     they were announced; one left out is not charged for what the others bring
     */
    public static RefundCalculation of(
            OrderMoney order, EarlierRefunds earlier, List<RefundableItem> refundables, Terms terms) {
        var goods = RefundedGoods.of(order, earlier, refundables);
        var fees = FeesDue.of(order, earlier, refundables, goods);
        var lines = new WaterfallLines(order);
        for (var i = 0; i < refundables.size(); i++) {
            lines.goods(
                    refundables.get(i),
                    newUnits(earlier, refundables.get(i)),
                    goods.due().get(i));
        }
        for (var i = 0; i < refundables.size(); i++) {
            lines.fee(refundables.get(i), fees.parts().get(i));
        }
        var shipping =
                ShippingDue.of(order, earlier, OutboundShippingRefund.isOwed(terms, order, earlier, refundables));
        lines.shipping(shipping);
        var before = earlier.settledBeforeLimits();
        lines.label(LabelDue.of(earlier, refundables, terms.label(), before.plus(lines.sum())));
        var limits = RefundLimits.of(order, earlier, lines.sum());
        lines.limits(limits);
        var tenders = TenderOrder.split(order, earlier, limits.total());
        var units = new ArrayList<RefundedUnits>();
        for (var i = 0; i < refundables.size(); i++) {
            var refundable = refundables.get(i);
            var due = goods.due().get(i);
            var fee = fees.parts().get(i);
            var count = newUnits(earlier, refundable);
            if (count > 0 || !due.gross().isZero() || !fee.isZero()) {
                units.add(new RefundedUnits(
                        refundable.orderLine(),
                        refundable.item(),
                        count,
                        due.gross(),
                        fee,
                        due.tax(),
                        count == 0 ? null : LinePrice.of(order, refundable.orderLine())));
            }
        }
        if (units.isEmpty() && !refundables.isEmpty()) {
            // Label or shipping alone: still the return's, and nothing that staff gave.
            var first = refundables.getFirst();
            units.add(RefundedUnits.fee(first.orderLine(), first.item(), Money.zero(order.currency())));
        }
        return new RefundCalculation(
                new Waterfall(lines.all(), limits.total(), tenders.shares()),
                List.copyOf(units),
                limits.lowersBill(),
                limits.excess(),
                person(order, earlier, refundables, tenders));
    }

    /**
     * The same, held until a person has seen to what could not be charged: till then nobody knows where it goes.
     */
    public RefundCalculation heldFor(Charges charges) {
        var because = charges.needsPersonBecause();
        return because == null
                ? this
                : new RefundCalculation(
                        new Waterfall(waterfall.lines(), waterfall.total(), List.of(), charges.open()),
                        units,
                        lowersBill,
                        excess,
                        needsPersonBecause == null ? because : needsPersonBecause + ". " + because);
    }

    /**
     * What came before is worth more by now: less is kept of it, or shipping is owed. What was cut is not enough.
     *
     * @param alone no other return got of the same lines; else nothing is owed for goods without new units
     */
    public boolean isMoreThanBefore(boolean alone) {
        var lines = waterfall.lines().stream()
                .filter(line -> !line.kind().isLimit())
                .toList();
        return (alone || lines.stream().noneMatch(line -> line.kind().isGoods()))
                && lines.stream()
                        .map(Waterfall.Line::amount)
                        .reduce(Money.zero(waterfall.total().currency()), Money::plus)
                        .isPositive();
    }

    private static int newUnits(EarlierRefunds earlier, RefundableItem refundable) {
        return Math.max(
                0, refundable.units() - earlier.ofItem(refundable.item()).units());
    }

    /** How much may still be given back on the order, whatever for. */
    public static Money ceilingAbove(OrderMoney order, EarlierRefunds withThis) {
        return order.ceiling().minus(order.refundedOutside()).minus(withThis.total());
    }

    private static @Nullable String person(
            OrderMoney order, EarlierRefunds earlier, List<RefundableItem> refundables, TenderOrder tenders) {
        return Stream.of(orderDoubts(order), outsideDoubts(order, earlier, refundables), tenders.needsPersonBecause())
                .filter(why -> why != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String orderDoubts(OrderMoney order) {
        if (!order.reconciles()) {
            return "The order's sums do not agree, so what was paid for each line is not certain";
        }
        if (order.unpaid()) {
            return "The order is not paid yet: lower the bill instead";
        }
        if (order.captured() == null) {
            return "Nobody knows how much of the order is paid";
        }
        var taxed = order.shippingTax().isPositive()
                || order.lines().values().stream().anyMatch(line -> line.tax().isPositive());
        return order.taxOnTop() == null && taxed ? "Nobody knows whether the prices of the order include tax" : null;
    }

    private static @Nullable String outsideDoubts(
            OrderMoney order, EarlierRefunds earlier, List<RefundableItem> refundables) {
        var unexplained = order.outside(OrderMoney.Outside.Kind.UNEXPLAINED);
        if (unexplained.isPositive()) {
            return "The shop gave back %s itself and did not say what for".formatted(unexplained);
        }
        return refundables.stream()
                .filter(refundable -> newUnits(earlier, refundable) > 0
                        && !order.outsideOfLine(refundable.orderLine()).isEmpty())
                .findFirst()
                .map(refundable -> "The shop gave back %s for “%s” itself; make sure that these are other units"
                        .formatted(
                                Money.sum(
                                        order.currency(),
                                        order.outsideOfLine(refundable.orderLine()).stream()
                                                .map(OrderMoney.Outside::amount)
                                                .toList()),
                                refundable.title()))
                .orElse(null);
    }
}
