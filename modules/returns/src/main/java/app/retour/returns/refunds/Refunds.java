package app.retour.returns.refunds;

import app.retour.api.Caller;
import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.Reimbursements;
import app.retour.returns.view.Refund;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.jobs.Jobs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money that is due: paid, failed, adjusted, given up. */
@Service
@Transactional
public class Refunds {
    private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);
    private static final int LONGEST_TEXT = 200;

    private final Reimbursements refunds;
    private final RefundRecords book;
    private final RefundPlanning planning;
    private final RefundExecution payout;
    private final AdjustmentLimit limit;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;
    private final Duration grace;

    /** @param grace after which a job asks the gateway: whoever asked settles it at once, unless they could not */
    Refunds(
            Reimbursements refunds,
            RefundRecords book,
            RefundPlanning planning,
            RefundExecution payout,
            AdjustmentLimit limit,
            Jobs jobs,
            Audit audit,
            Clock clock,
            @Value("${retour.refunds.grace:30s}") Duration grace) {
        this.refunds = refunds;
        this.book = book;
        this.planning = planning;
        this.payout = payout;
        this.limit = limit;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.grace = grace;
    }

    @Transactional(readOnly = true)
    public Optional<Refund> find(RefundId id) {
        return refunds.findById(id.value()).map(Reimbursement::snapshot);
    }

    /**
     * Looks at a refund as things are now, and keeps what is found: less of it, or nothing.
     *
     * @return why it is not to be paid as it was shown; empty when nothing changed
     */
    public Optional<String> lookAgain(RefundId id, Actor actor) {
        var why = new ArrayList<String>();
        book.changing(id, (aggregate, refund) -> {
            if (refund.isOpen()) {
                planning.lookAgain(aggregate, actor).stream()
                        .filter(change -> change.refund().id().equals(refund.id()))
                        .forEach(change -> why.add(change.said()));
            }
        });
        return why.stream().findFirst();
    }

    /**
     * A person paid it, or found out that it was paid. Saying so again with the same reference changes nothing. What was
     * due is ISSUING afterwards: {@link #settle} it once this is committed, or a job does.
     *
     * @throws Refusal WRONG_STATE when it is not to be paid, not as it is, is being paid, or when nobody said yet where it
     *     goes
     */
    public Refund markPaid(RefundId id, String reference, Actor actor) {
        var said = text(reference, "reference");
        return book.changing(id, (aggregate, refund) -> {
            var known = said.equals(refund.payment().reference());
            if (refund.state() == RefundState.ISSUED && known) {
                return;
            }
            if (refund.state() == RefundState.ISSUING) {
                if (refund.payment().isOutcomeUnknown()) {
                    book.issued(aggregate, refund, said, actor);
                    planning.lookAgain(aggregate, actor);
                } else if (!known) {
                    refund.payment().requireNotUnderWay();
                }
                return;
            }
            if (refund.isOpen()) {
                requirePays(planning.check(aggregate, refund));
            }
            refund.ask(said, clock.instant());
            jobs.schedule(
                    payout,
                    id.value() + "/" + refund.payment().timesAsked(),
                    new RefundExecution.Told(id.value(), actor.kind(), actor.id()),
                    clock.instant().plus(grace));
        });
    }

    private static void requirePays(PayingAnswer found) {
        if (!(found instanceof PayingAnswer.Pays)) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "This refund cannot be paid as it is: " + DueRefunds.why(found), "refundId");
        }
    }

    /**
     * Asks the gateway now for what is ISSUING, instead of leaving it to the job. Talks to the world outside: never inside
     * a transaction. Without an answer the refund stays ISSUING and the job goes on.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Refund settle(RefundId id, Actor actor) {
        try {
            payout.settle(id, actor);
        } catch (RefundExecution.NoAnswer later) {
            LOG.warn("Refund {} got no answer; a job asks again", id, later);
        }
        return refunds.findById(id.value()).orElseThrow().snapshot();
    }

    /** @throws Refusal WRONG_STATE when it is paid, or being paid */
    public Refund markFailed(RefundId id, String why, Actor actor) {
        var said = text(why, "reason");
        return book.saying(id, (aggregate, refund) -> {
            refund.payment().requireNotUnderWay();
            book.failed(aggregate, refund, said, actor);
            planning.lookAgain(aggregate, actor);
        });
    }

    /** Puts a failed refund back among those due. */
    public Refund retry(RefundId id, Actor actor) {
        return book.changing(id, (aggregate, refund) -> {
            refund.payment().dueAgain();
            book.changed(aggregate, refund, "%s is due again".formatted(refund.amount()), actor);
            planning.lookAgain(aggregate, actor);
        });
    }

    /**
     * @param by positive gives more, negative less
     * @throws Refusal STALE, CEILING_EXCEEDED above what was paid, FORBIDDEN above what the caller's role may, INVALID
     *     below nothing
     */
    public Refund adjust(RefundId id, long version, BigDecimal by, String reason, Actor actor) {
        var said = text(reason, "reason");
        return book.saying(id, (aggregate, refund) -> {
            if (refund.version() != version) {
                throw new Refusal(ErrorCode.STALE, "The refund was changed meanwhile; look at it again", "version");
            }
            var delta = amount(by, refund);
            limit.require(Caller.current(), aggregate, refund, delta);
            Adjustment.make(planning.account(refund.orderId()), refund, delta, said);
            audit.record("refund.adjusted", "Refund", id.toString(), Map.of("by", delta.toString()));
            book.changed(
                    aggregate, refund, "The refund was adjusted to %s: %s".formatted(refund.amount(), said), actor);
            planning.lookAgain(aggregate, actor);
        });
    }

    private static Money amount(BigDecimal by, Reimbursement refund) {
        try {
            return new Money(by, refund.amount().currency());
        } catch (IllegalArgumentException tooPrecise) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "Give no more decimals than %s has"
                            .formatted(refund.amount().currency()),
                    "amount");
        }
    }

    /**
     * A person says where it goes: first to that means, up to what it paid, the rest to the others.
     *
     * @param tenderId one of the order's; null for another, where nobody knows those or they failed
     * @throws Refusal NOT_FOUND for a means that is not the order's; CEILING_EXCEEDED when it did not pay that much
     */
    public Refund pickTender(RefundId id, @Nullable String tenderId, String label, Actor actor) {
        var said = text(label, "label");
        return book.saying(id, (aggregate, refund) -> {
            refund.goTo(RefundMeans.picked(planning.account(refund.orderId()), refund, tenderId, said));
            book.changed(aggregate, refund, "The refund goes to %s".formatted(said), actor);
            planning.lookAgain(aggregate, actor);
        });
    }

    /** Gives up a refund that is not paid; nothing else is given back for its units. */
    public Refund cancel(RefundId id, String reason, Actor actor) {
        var said = text(reason, "reason");
        return book.saying(id, (aggregate, refund) -> {
            refund.giveUp(said);
            audit.record("refund.canceled", "Refund", id.toString(), Map.of());
            book.changed(aggregate, refund, "The refund of %s was given up".formatted(refund.amount()), actor);
            planning.lookAgain(aggregate, actor);
        });
    }

    private static String text(String text, String field) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Refusal(
                    text.isBlank() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "Give 1 to %d characters".formatted(LONGEST_TEXT),
                    field);
        }
        return text.strip();
    }
}
