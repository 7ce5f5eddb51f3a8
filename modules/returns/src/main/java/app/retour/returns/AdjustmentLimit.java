package app.retour.returns;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.tenants.Staff;
import app.retour.tenants.StaffRole;
import org.springframework.stereotype.Component;

/**
 * How far staff may adjust a refund: owners without limit, everybody else as the tenant's settings say. Holds for one step
 * and for what a refund's adjustments come to together, so that small steps reach no further. API clients get their
 * scope from an owner and have no limit.
 */
@Component
class AdjustmentLimit {
    private final ReturnSetup setup;
    private final Staff staff;
    private final Judging judging;

    AdjustmentLimit(ReturnSetup setup, Staff staff, Judging judging) {
        this.setup = setup;
        this.staff = staff;
        this.judging = judging;
    }

    /** @throws Refusal FORBIDDEN above the limit of the caller's role */
    void require(Caller caller, Reimbursement refund, Money by) {
        var set = setup.settings().agentAdjustmentLimit();
        if (set == null || !caller.is(Caller.Kind.STAFF) || isOwner(caller)) {
            return;
        }
        var limit = judging.conversion(judging.order(refund.orderId()))
                .toOrder(set)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.FORBIDDEN,
                        "Your role may adjust a refund by at most %s, and nobody told what that is in %s; ask an owner"
                                .formatted(set, by.currency()),
                        "amount"));
        var before = Money.sum(
                by.currency(),
                refund.waterfall().lines().stream()
                        .filter(line -> line.kind() == WaterfallLineKind.ADJUSTMENT)
                        .map(Waterfall.Line::amount)
                        .toList());
        var after = before.plus(by);
        var further = abs(after).compareTo(abs(before)) > 0;
        if (abs(by).compareTo(limit) > 0 || further && abs(after).compareTo(limit) > 0) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN,
                    "Your role may adjust a refund by at most %s; ask an owner".formatted(limit),
                    "amount");
        }
    }

    private boolean isOwner(Caller caller) {
        var person = caller.subject();
        return person != null
                && staff.byPerson(person)
                        .filter(member -> member.role() == StaffRole.OWNER)
                        .isPresent();
    }

    private static Money abs(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
