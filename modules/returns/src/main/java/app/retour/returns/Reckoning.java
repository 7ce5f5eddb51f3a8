package app.retour.returns;

import app.retour.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works out a refund to the cent: what the units cost, what is kept back, what was already given, and to which means it
 * goes. Pure; the caller holds the order's lock.
 *
 * @param needsPersonBecause why nobody but a person may pay it
 */
record Reckoning(
        Waterfall waterfall,
        List<RefundedUnits> units,
        @Nullable String needsPersonBecause) {

    /**
     * @param labelFee taken once when every claimed item's way back is deducted; null or zero for none
     * @param shippingBack outbound shipping may be given back, once per order
     */
    static Reckoning of(
            OrderMoney order,
            EarlierRefunds earlier,
            List<RefundClaim> claims,
            @Nullable Money labelFee,
            boolean shippingBack) {
        var lines = new ArrayList<Waterfall.Line>();
        var goods = new RefundedGoods(order, earlier);
        var gross = claims.stream().map(claim -> goods.take(claim, lines)).toList();
        var fees = RestockingFees.of(order.currency(), claims, gross);
        for (var i = 0; i < claims.size(); i++) {
            keepBack(
                    lines,
                    WaterfallLineKind.RESTOCKING_FEE,
                    "Restocking fee",
                    fees.get(i),
                    claims.get(i).item());
        }
        if (shippingBack) {
            var shipping = order.shipping().minus(earlier.shipping());
            if (shipping.isPositive()) {
                lines.add(new Waterfall.Line(WaterfallLineKind.OUTBOUND_SHIPPING, "Outbound shipping", shipping, null));
            }
        }
        if (labelFee != null && !claims.isEmpty() && claims.stream().allMatch(RefundClaim::labelDeducted)) {
            keepBack(lines, WaterfallLineKind.LABEL_FEE, "Return label", labelFee.min(sum(order, lines)), null);
        }
        var ceiling = order.total()
                .minus(order.refundedOutside())
                .minus(earlier.total())
                .max(Money.zero(order.currency()));
        var over = sum(order, lines).minus(ceiling);
        if (over.isPositive()) {
            keepBack(lines, WaterfallLineKind.CEILING, "Already refunded, or never paid", over, null);
        }
        var total = sum(order, lines);
        var tenders = TenderOrder.split(order, earlier, total);
        var units = new ArrayList<RefundedUnits>();
        for (var i = 0; i < claims.size(); i++) {
            var claim = claims.get(i);
            units.add(new RefundedUnits(claim.orderLine(), claim.item(), claim.quantity(), gross.get(i), fees.get(i)));
        }
        return new Reckoning(
                new Waterfall(List.copyOf(lines), total, tenders.shares()), List.copyOf(units), person(order, tenders));
    }

    /**
     * The same, held until a person has looked: unless one is needed already, nobody knows yet where it goes.
     *
     * @param because null for no reason
     */
    Reckoning heldBecause(@Nullable String because) {
        return because == null
                ? this
                : new Reckoning(
                        new Waterfall(waterfall.lines(), waterfall.total(), List.of()),
                        units,
                        needsPersonBecause == null ? because : needsPersonBecause + ". " + because);
    }

    /** The same refund with an amount that a person adds or takes, within what was paid. */
    static Money ceilingAbove(OrderMoney order, EarlierRefunds withThis) {
        return order.total().minus(order.refundedOutside()).minus(withThis.total());
    }

    private static @Nullable String person(OrderMoney order, TenderOrder tenders) {
        if (!order.reconciles()) {
            return "The order's sums do not agree, so what was paid for each line is not certain";
        }
        if (order.unpaid()) {
            return "The order is not paid yet: lower the bill instead";
        }
        if (order.taxOnTop() == null
                && order.lines().values().stream().anyMatch(line -> line.tax().isPositive())) {
            return "Nobody knows whether the prices of the order include tax";
        }
        return tenders.needsPersonBecause();
    }

    private static void keepBack(
            List<Waterfall.Line> lines, WaterfallLineKind kind, String text, Money amount, @Nullable UUID item) {
        if (amount.isPositive()) {
            lines.add(new Waterfall.Line(kind, text, amount.negated(), item));
        }
    }

    private static Money sum(OrderMoney order, List<Waterfall.Line> lines) {
        return Money.sum(
                order.currency(), lines.stream().map(Waterfall.Line::amount).toList());
    }
}
