package app.retour.returns.refunds;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.ShopAmount;
import app.retour.returns.judging.FactGathering;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.tenants.people.Staff;
import app.retour.tenants.people.StaffRole;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far staff may adjust a refund: owners without limit, everybody else as the tenant's settings say. Holds for one step
 * and for what a refund's adjustments come to together, so that small steps reach no further; and for all that staff give
 * of their own accord on one return. API clients get their
 * scope from an owner and have no limit.
 */
@Component
class AdjustmentLimit {
    private final ReturnSetup setup;
    private final Staff staff;
    private final FactGathering judging;

    AdjustmentLimit(ReturnSetup setup, Staff staff, FactGathering judging) {
        this.setup = setup;
        this.staff = staff;
        this.judging = judging;
    }

    /** @throws Refusal FORBIDDEN above the limit of the caller's role */
    void require(Caller caller, ReturnAggregate aggregate, Reimbursement refund, Money by) {
        var set = limit(caller);
        if (set == null) {
            return;
        }
        var limit = inOrder(set, aggregate).orElseThrow(() -> unknownRate(set, by.currency()));
        var before = refund.isOfStaff() ? given(aggregate) : adjustments(refund);
        var after = before.plus(by);
        var further = abs(after).compareTo(abs(before)) > 0;
        if (abs(by).compareTo(limit) > 0 || further && abs(after).compareTo(limit) > 0) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN,
                    "Your role may adjust a refund by at most %s; ask an owner".formatted(limit),
                    "amount");
        }
    }

    /** @throws Refusal FORBIDDEN when staff gave, with this, more on the return than the caller's role may */
    void requireGift(Caller caller, ReturnAggregate aggregate, Money by) {
        var set = limit(caller);
        if (set == null) {
            return;
        }
        var limit = inOrder(set, aggregate).orElseThrow(() -> unknownRate(set, by.currency()));
        var left = limit.minus(given(aggregate)).max(Money.zero(by.currency()));
        if (by.compareTo(left) > 0) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN,
                    "Your role may give at most %s on this return; ask an owner".formatted(left),
                    "amount");
        }
    }

    /** What the caller may still give on a return; empty without a limit. Nothing where nobody knows what it comes to. */
    Optional<Money> left(Caller caller, ReturnAggregate aggregate) {
        var set = limit(caller);
        if (set == null) {
            return Optional.empty();
        }
        var zero = Money.zero(aggregate.authorization().currency());
        return Optional.of(inOrder(set, aggregate)
                .map(limit -> limit.minus(given(aggregate)).max(zero))
                .orElse(zero));
    }

    private @Nullable ShopAmount limit(Caller caller) {
        return caller.is(Caller.Kind.STAFF) && !isOwner(caller)
                ? setup.settings().agentAdjustmentLimit()
                : null;
    }

    private Optional<Money> inOrder(ShopAmount set, ReturnAggregate aggregate) {
        return judging.conversion(judging.order(aggregate.authorization().orderId()))
                .toOrder(set);
    }

    private static Refusal unknownRate(ShopAmount set, Currency currency) {
        return new Refusal(
                ErrorCode.FORBIDDEN,
                "Your role may adjust a refund by at most %s, and nobody told what that is in %s; ask an owner"
                        .formatted(set, currency),
                "amount");
    }

    private static Money adjustments(Reimbursement refund) {
        return Money.sum(
                refund.amount().currency(),
                refund.waterfall().lines().stream()
                        .filter(line -> line.kind() == WaterfallLineKind.ADJUSTMENT)
                        .map(Waterfall.Line::amount)
                        .toList());
    }

    /** What staff gave of their own accord on a return. */
    private static Money given(ReturnAggregate aggregate) {
        return Money.sum(
                aggregate.authorization().currency(),
                aggregate.refunds().stream()
                        .filter(refund -> refund.counts() && refund.isOfStaff())
                        .map(Reimbursement::amount)
                        .toList());
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
