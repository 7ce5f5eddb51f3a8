package app.retour.returns.refunds;

import app.retour.api.OutsideTransactions;
import app.retour.kernel.Actor;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.Reimbursements;
import app.retour.tenants.jobs.TenantJob;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the gateway to pay what is ISSUING, and writes its answer down: looked at once more in one transaction, asked in
 * none, recorded in another. Whoever comes second, or comes back after dying in between, asks again with the same key and records at
 * most once.
 */
@Component
class RefundExecution implements TenantJob<RefundExecution.Told> {
    /** With the queue's growing pauses about ten minutes; after that a person looks. */
    static final int MOST_TRIES = 10;

    private final Reimbursements refunds;
    private final RefundRecords book;
    private final RefundGateway gateway;
    private final RefundPlanning planning;
    private final Clock clock;

    RefundExecution(
            Reimbursements refunds, RefundRecords book, RefundGateway gateway, RefundPlanning planning, Clock clock) {
        this.refunds = refunds;
        this.book = book;
        this.gateway = gateway;
        this.planning = planning;
        this.clock = clock;
    }

    record Told(UUID refund, Actor.Kind by, @Nullable String actor) {}

    /** The gateway gave no answer; ask again later. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer(RuntimeException cause) {
            super("The gateway gave no answer", cause);
        }
    }

    @Override
    public String name() {
        return "returns.payout";
    }

    @Override
    public Class<Told> type() {
        return Told.class;
    }

    @Override
    public void run(Told told) {
        settle(new RefundId(told.refund), new Actor(told.by, told.actor));
    }

    private boolean awaitsAnswer(RefundId id) {
        return refunds.findById(id.value())
                .filter(refund -> refund.state() == RefundState.ISSUING
                        && !refund.payment().isOutcomeUnknown())
                .isPresent();
    }

    private record Asked(RefundGateway.Payment payment, int times) {}

    /**
     * Does nothing when there is nothing to ask, or no answer is awaited any more.
     *
     * @throws NoAnswer when it should be asked again
     */
    void settle(RefundId id, Actor actor) {
        OutsideTransactions.require("Paying a refund");
        if (!awaitsAnswer(id)) {
            return;
        }
        var asked = asked(id, actor);
        if (asked.isEmpty()) {
            return;
        }
        RefundGateway.Answer answer;
        try {
            answer = gateway.pay(asked.get().payment());
        } catch (RuntimeException noAnswer) {
            if (goesOn(id, asked.get(), actor)) {
                throw new NoAnswer(noAnswer);
            }
            return;
        }
        record(id, asked.get(), answer, actor);
    }

    /** What to ask the gateway, if it may still be paid: looked at before each asking. */
    private Optional<Asked> asked(RefundId id, Actor actor) {
        var asked = new ArrayList<Asked>();
        book.changing(id, (aggregate, refund) -> {
            if (refund.state() != RefundState.ISSUING || refund.payment().isOutcomeUnknown()) {
                return;
            }
            switch (planning.asking(aggregate, refund)) {
                case ASK -> asked.add(ask(id, refund));
                case STOP -> {
                    refund.payment().stopped();
                    book.changed(aggregate, refund, "The refund of %s was not paid".formatted(refund.amount()), actor);
                    planning.lookAgain(aggregate, actor);
                }
                case FIND_OUT -> book.unknown(aggregate, refund, "by now it must not be paid any more", actor);
            }
        });
        return asked.stream().findFirst();
    }

    private Asked ask(RefundId id, Reimbursement refund) {
        refund.payment().called(clock.instant());
        return new Asked(
                new RefundGateway.Payment(
                        id,
                        refund.paymentKey(),
                        refund.amount(),
                        refund.waterfall().tenders(),
                        refund.payment().reference()),
                refund.payment().timesAsked());
    }

    private void record(RefundId id, Asked asked, RefundGateway.Answer answer, Actor actor) {
        book.changing(id, (aggregate, refund) -> {
            if (!awaits(refund, asked)) {
                return;
            }
            switch (answer) {
                case RefundGateway.Answer.Paid paid -> {
                    book.issued(aggregate, refund, paid.reference(), actor);
                    planning.lookAgain(aggregate, actor);
                }
                case RefundGateway.Answer.Failed failed -> {
                    book.refused(aggregate, refund, failed.why(), actor);
                    planning.lookAgain(aggregate, actor);
                }
                case RefundGateway.Answer.Unknown _ ->
                    book.unknown(aggregate, refund, "the payment provider does not know", actor);
            }
        });
    }

    /** @return false when it was asked often enough, or somebody answered meanwhile */
    private boolean goesOn(RefundId id, Asked asked, Actor actor) {
        var more = new boolean[1];
        book.changing(id, (aggregate, refund) -> {
            if (!awaits(refund, asked)) {
                return;
            }
            if (refund.payment().unanswered() < MOST_TRIES) {
                more[0] = true;
            } else {
                book.unknown(aggregate, refund, "no answer came in %d tries".formatted(MOST_TRIES), actor);
            }
        });
        return more[0];
    }

    private static boolean awaits(Reimbursement refund, Asked asked) {
        return refund.state() == RefundState.ISSUING
                && !refund.payment().isOutcomeUnknown()
                && refund.payment().timesAsked() == asked.times();
    }
}
