package app.retour.returns.refunds;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.ArrayList;

/** A person gives more, or less, than was reckoned: a line of its own, within what is left of the order. Pure. */
final class Adjustment {
    private Adjustment() {}

    /**
     * @param by positive gives more
     * @throws Refusal WRONG_STATE when it is not open, CEILING_EXCEEDED above what is left of the order, INVALID when
     *     nothing changes or nothing would be given
     */
    static void make(OrderAccount account, Reimbursement refund, Money by, String why) {
        var room = account.room(account.given());
        if (refund.isOpen() && by.isPositive() && by.compareTo(room) > 0) {
            throw new Refusal(
                    ErrorCode.CEILING_EXCEEDED,
                    "Of what was paid only %s is left to give back".formatted(room.max(Money.zero(room.currency()))),
                    "amount");
        }
        var now = refund.waterfall();
        var total = refund.amount().plus(by);
        if (by.isZero() || !total.isPositive()) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    by.isZero()
                            ? "Give an amount to add, or a negative one to take off"
                            : "Take off less than %s, or give the refund up".formatted(refund.amount()),
                    "amount");
        }
        var lines = new ArrayList<>(now.lines());
        lines.add(new Waterfall.Line(WaterfallLineKind.ADJUSTMENT, why, by, null));
        var means = RefundMeans.of(account, account.before(refund), now.tenders(), total);
        refund.adjust(new Waterfall(lines, total, means.shares()), means.needsPersonBecause());
    }
}
