package app.retour.returns.refunds;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.waterfall.EarlierRefunds;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.ShippingDue;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.returns.waterfall.WaterfallLines;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shipping or goodwill that staff give back of their own accord: a refund without units, within what is left of the order
 * and, for shipping, of the shipping. Pure; the caller holds the order's lock.
 */
record StaffGift(OrderAccount account) {
    static final String UNPAID = "The order is not paid yet: lower its bill instead";

    /** With tax; shipping is given back once, whoever did it and in however many parts. */
    Money shippingLeft() {
        return ShippingDue.left(account.money(), given()).min(left()).max(zero());
    }

    /** Of all that was paid. */
    Money left() {
        return account.room(account.given()).max(zero());
    }

    /** Why nothing can be given. */
    @Nullable
    String refusedBecause() {
        if (account.money().unpaid()) {
            return UNPAID;
        }
        return left().isZero() ? "All that was paid for the order is given back already, or promised" : null;
    }

    /**
     * @param why stands in the waterfall where it is goodwill
     * @throws Refusal WRONG_STATE for an unpaid order, INVALID for nothing, CEILING_EXCEEDED for more than is left
     */
    RefundCalculation reckon(ReimbursementKind kind, Money amount, String why) {
        if (account.money().unpaid()) {
            throw new Refusal(ErrorCode.WRONG_STATE, UNPAID, "returnId");
        }
        if (!amount.isPositive()) {
            throw new Refusal(ErrorCode.INVALID, "Give an amount above nothing", "amount");
        }
        if (kind == ReimbursementKind.SHIPPING && amount.compareTo(shippingLeft()) > 0) {
            throw exceeded("Of the shipping only %s is left to give back".formatted(shippingLeft()));
        }
        if (amount.compareTo(left()) > 0) {
            throw exceeded("Of what was paid only %s is left to give back".formatted(left()));
        }
        var tenders = account.tenders(account.given(), amount);
        return new RefundCalculation(
                new Waterfall(lines(kind, amount, why), amount, tenders.shares()),
                List.of(),
                zero(),
                zero(),
                account.money().captured() == null
                        ? "Nobody knows how much of the order is paid"
                        : tenders.needsPersonBecause());
    }

    /**
     * A refund of its own. What cannot be paid as things are waits from the start: nobody is promised money that does not
     * come.
     */
    Reimbursement give(ReturnAggregate to, ReimbursementKind kind, Money amount, String why, Instant now) {
        var gift = new Reimbursement(to.authorization(), reckon(kind, amount, why), false, now);
        DueRefunds.revise(account, to, gift);
        return gift;
    }

    private EarlierRefunds given() {
        return account.earlier(account.given());
    }

    private List<Waterfall.Line> lines(ReimbursementKind kind, Money amount, String why) {
        return switch (kind) {
            case SHIPPING -> {
                var lines = new WaterfallLines(account.money());
                lines.shipping(ShippingDue.part(account.money(), given(), amount));
                yield lines.all();
            }
            case GOODWILL -> List.of(new Waterfall.Line(WaterfallLineKind.GOODWILL, why, amount, null));
        };
    }

    private static Refusal exceeded(String message) {
        return new Refusal(ErrorCode.CEILING_EXCEEDED, message, "amount");
    }

    private Money zero() {
        return Money.zero(account.money().currency());
    }
}
