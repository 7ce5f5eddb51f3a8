package app.retour.returns.refunds;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.goods.DiscrepancyBook;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.Reimbursements;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.view.Refund;
import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how refunds change, each time with the return's lock, its timeline and the audit. */
@Component
@Transactional
public class RefundRecords {
    private final ReturnAggregates aggregates;
    private final Reimbursements refunds;
    private final DiscrepancyBook discrepancies;
    private final ReturnTimeline timeline;
    private final Audit audit;
    private final Clock clock;

    RefundRecords(
            ReturnAggregates aggregates,
            Reimbursements refunds,
            DiscrepancyBook discrepancies,
            ReturnTimeline timeline,
            Audit audit,
            Clock clock) {
        this.aggregates = aggregates;
        this.refunds = refunds;
        this.discrepancies = discrepancies;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    public interface Change {
        void on(ReturnAggregate aggregate, Reimbursement refund);
    }

    /** @throws Refusal NOT_FOUND, and whatever the change refuses */
    public Refund changing(RefundId id, Change change) {
        return changing(id, aggregates::hold, change);
    }

    /**
     * With words of a person.
     *
     * @throws Refusal as above; STALE when the shopper was erased meanwhile
     */
    Refund saying(RefundId id, Change change) {
        return changing(id, aggregates::holdToSay, change);
    }

    private Refund changing(RefundId id, Function<ReturnId, ReturnAggregate> holding, Change change) {
        var aggregate = refunds.returnOf(id.value())
                .map(ReturnId::new)
                .map(holding)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such refund", "refundId"));
        var refund = refunds.hold(id.value()).orElseThrow();
        change.on(aggregate, refund);
        return refunds.saveAndFlush(refund).snapshot();
    }

    public void issued(ReturnAggregate aggregate, Reimbursement refund, String reference, Actor actor) {
        refund.payment().issued(reference, clock.instant());
        audit.record(
                "refund.issued",
                "Refund",
                refund.id().toString(),
                Map.of("amount", refund.amount().toString(), "reference", reference));
        timeline.record(
                aggregate.authorization(),
                actor,
                "%s refunded".formatted(refund.amount()),
                stamp -> new ReturnEvent.RefundIssued(stamp, refund.refundId(), refund.amount()));
        // While its outcome was unknown, the goods may have been found missing.
        discrepancies.refundedNotReceived(aggregate, null, actor);
    }

    /** A person says that it was not paid. */
    void failed(ReturnAggregate aggregate, Reimbursement refund, String why, Actor actor) {
        refund.payment().failed(why);
        tellFailed(aggregate, refund, why, actor);
    }

    /** The gateway says that it does not pay it. */
    void refused(ReturnAggregate aggregate, Reimbursement refund, String why, Actor actor) {
        // A bank may name them, and nobody reads what it says before it is kept.
        var said = aggregate.authorization().isErased() ? "the payment provider refused it" : why;
        refund.payment().refused(said);
        tellFailed(aggregate, refund, said, actor);
    }

    private void tellFailed(ReturnAggregate aggregate, Reimbursement refund, String why, Actor actor) {
        audit.record("refund.failed", "Refund", refund.id().toString(), Map.of());
        timeline.record(
                aggregate.authorization(),
                actor,
                "Refunding %s failed: %s".formatted(refund.amount(), why),
                stamp -> new ReturnEvent.RefundFailed(stamp, refund.refundId()));
    }

    void unknown(ReturnAggregate aggregate, Reimbursement refund, String why, Actor actor) {
        refund.payment().unknown(why, clock.instant());
        changed(aggregate, refund, "Nobody knows whether %s was paid: %s".formatted(refund.amount(), why), actor);
    }

    void changed(ReturnAggregate aggregate, Reimbursement refund, String said, Actor actor) {
        timeline.record(
                aggregate.authorization(),
                actor,
                said,
                stamp -> new ReturnEvent.RefundChanged(stamp, refund.refundId(), refund.state()));
    }
}
