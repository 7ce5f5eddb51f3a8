package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.EnumSet;

/**
 * How an amount is cut: never above what was captured and not given back yet, and never below nothing. What was cut
 * before is owed again as soon as it fits.
 *
 * @param lowersBill the part cut because it was never paid; negative makes up for a former cut, as with the ceiling
 * @param ceiling the other part cut
 * @param excess added up to nothing, because more was given before than is owed
 */
record RefundLimits(Money total, Money lowersBill, Money ceiling, Money excess) {

    /** @param due before any limit */
    static RefundLimits of(OrderMoney order, EarlierRefunds earlier, Money due) {
        var zero = Money.zero(order.currency());
        var billBefore = cut(earlier, WaterfallLineKind.NOT_PAID);
        var ceilingBefore = cut(earlier, WaterfallLineKind.CEILING);
        var excessBefore = cut(earlier, WaterfallLineKind.NOT_CHARGED).negated();
        var owed = due.plus(billBefore).plus(ceilingBefore).minus(excessBefore);
        var room = RefundCalculation.ceilingAbove(order, earlier).max(zero);
        var total = owed.max(zero).min(room);
        var unmet = owed.minus(total).max(zero);
        var open = order.open().plus(earlier.elsewhere(EnumSet.of(WaterfallLineKind.NOT_PAID)));
        var bill = unmet.min(open.max(zero));
        return new RefundLimits(
                total,
                bill.minus(billBefore),
                unmet.minus(bill).minus(ceilingBefore),
                owed.negated().max(zero).minus(excessBefore));
    }

    private static Money cut(EarlierRefunds earlier, WaterfallLineKind kind) {
        return earlier.settled(EnumSet.of(kind)).negated();
    }
}
