package app.retour.returns.refunds;

import app.retour.api.Caller;
import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.view.Refund;
import app.retour.tenants.audit.Audit;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shipping and goodwill that staff give back of their own accord, on any return, closed and rejected ones too: a gesture
 * often comes last. Always on a return, never on an order alone: a refund's lock, timeline and messages are its return's.
 */
@Service
@Transactional
public class StaffReimbursements {
    private static final int LONGEST_REASON = 200;
    private final ReturnAggregates aggregates;
    private final RefundPlanning planning;
    private final AdjustmentLimit limit;
    private final Audit audit;
    private final Clock clock;

    StaffReimbursements(
            ReturnAggregates aggregates, RefundPlanning planning, AdjustmentLimit limit, Audit audit, Clock clock) {
        this.aggregates = aggregates;
        this.planning = planning;
        this.limit = limit;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the caller may give. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Reimbursable reimbursable(ReturnId id) {
        var aggregate = aggregates
                .find(id)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such return", "returnId"));
        var gift = new StaffGift(planning.seen(aggregate.authorization().orderId()));
        var left = limit.left(Caller.current(), aggregate).orElse(null);
        var because = gift.refusedBecause();
        return new Reimbursable(
                gift.shippingLeft(),
                gift.left(),
                left,
                because == null && left != null && left.isZero()
                        ? "Your role may give nothing more on this return; ask an owner"
                        : because);
    }

    /**
     * A refund of its own, due at once.
     *
     * @param reason for the timeline; the shopper reads it where it is goodwill
     * @throws Refusal NOT_FOUND; WRONG_STATE for an unpaid order; INVALID; CEILING_EXCEEDED above what is left; FORBIDDEN
     *     above what the caller's role may
     */
    public Refund give(ReturnId id, ReimbursementKind kind, BigDecimal amount, String reason, Actor actor) {
        var said = reason(reason);
        var aggregate = aggregates.holdToSay(id);
        var account = planning.account(aggregate.authorization().orderId());
        var given = amount(amount, account.money().currency());
        var gift = new StaffGift(account).give(aggregate, kind, given, said, clock.instant());
        limit.requireGift(Caller.current(), aggregate, given);
        var refund = planning.fallsDue(
                aggregate,
                gift,
                "%s %s: %s"
                        .formatted(
                                given,
                                kind == ReimbursementKind.SHIPPING ? "of the shipping to be refunded" : "of goodwill",
                                said),
                actor);
        aggregate.add(refund);
        planning.lookAgain(aggregate, actor);
        audit.record(
                "refund.given",
                "Refund",
                refund.id().toString(),
                Map.of("kind", kind.name(), "amount", given.toString()));
        return refund.snapshot();
    }

    private static Money amount(BigDecimal amount, Currency currency) {
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw new Refusal(ErrorCode.INVALID, "Give no more decimals than %s has".formatted(currency), "amount");
        }
    }

    private static String reason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(
                    reason.isBlank() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "Give 1 to %d characters".formatted(LONGEST_REASON),
                    "reason");
        }
        return reason.strip();
    }
}
