package app.retour.returns;

import app.retour.api.OutsideTransactions;
import app.retour.kernel.Actor;
import app.retour.tenants.TenantJob;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the gateway to pay what is ISSUING, and writes its answer down: read in one transaction, asked in none, recorded
 * in another. Whoever comes second, or comes back after dying in between, asks again with the same key and records at
 * most once.
 */
@Component
class Payout implements TenantJob<Payout.Told> {
    /** With the queue's growing pauses about ten minutes; after that a person looks. */
    static final int MOST_TRIES = 10;

    private final Reimbursements refunds;
    private final RefundBook book;
    private final RefundGateway gateway;
    private final TransactionTemplate transactions;

    Payout(Reimbursements refunds, RefundBook book, RefundGateway gateway, PlatformTransactionManager transactions) {
        this.refunds = refunds;
        this.book = book;
        this.gateway = gateway;
        this.transactions = new TransactionTemplate(transactions);
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

    private record Asked(RefundGateway.Payment payment, int times) {}

    /**
     * Does nothing when there is nothing to ask, or no answer is awaited any more.
     *
     * @throws NoAnswer when it should be asked again
     */
    void settle(RefundId id, Actor actor) {
        OutsideTransactions.require("Paying a refund");
        var asked = transactions.execute(_ -> asked(id));
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

    private Optional<Asked> asked(RefundId id) {
        return refunds.findById(id.value())
                .filter(refund -> refund.state() == RefundState.ISSUING && !refund.isOutcomeUnknown())
                .map(refund -> new Asked(
                        new RefundGateway.Payment(
                                id, refund.amount(), refund.waterfall().tenders(), refund.reference()),
                        refund.timesAsked()));
    }

    private void record(RefundId id, Asked asked, RefundGateway.Answer answer, Actor actor) {
        book.changing(id, (dossier, refund) -> {
            if (!awaits(refund, asked)) {
                return;
            }
            switch (answer) {
                case RefundGateway.Answer.Paid paid -> book.issued(dossier, refund, paid.reference(), actor);
                case RefundGateway.Answer.Failed failed -> book.failed(dossier, refund, failed.why(), actor);
                case RefundGateway.Answer.Unknown _ ->
                    book.unknown(dossier, refund, "the payment provider does not know", actor);
            }
        });
    }

    /** @return false when it was asked often enough, or somebody answered meanwhile */
    private boolean goesOn(RefundId id, Asked asked, Actor actor) {
        var more = new boolean[1];
        book.changing(id, (dossier, refund) -> {
            if (!awaits(refund, asked)) {
                return;
            }
            if (refund.unanswered() < MOST_TRIES) {
                more[0] = true;
            } else {
                book.unknown(dossier, refund, "no answer came in %d tries".formatted(MOST_TRIES), actor);
            }
        });
        return more[0];
    }

    private static boolean awaits(Reimbursement refund, Asked asked) {
        return refund.state() == RefundState.ISSUING
                && !refund.isOutcomeUnknown()
                && refund.timesAsked() == asked.times();
    }
}
