package app.retour.returns.refunds;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.AMerchant;
import app.retour.returns.Returns;
import app.retour.returns.events.RefundState;
import app.retour.returns.status.Headline;
import app.retour.returns.status.TeamStep;
import app.retour.returns.status.TeamStepKind;
import app.retour.returns.view.Refund;
import app.retour.returns.view.ReturnStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** The gateway here keeps its promise, to pay once for one key; what comes of its answer is for the test to say. */
@RetourTest
class PayingRefundsTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Refunds refunds;

    @Autowired
    RefundExecution payout;

    @Autowired
    Bank bank;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void theBankAnswers() {
        bank.answers(paid -> paid);
    }

    @Test
    void theGatewayIsAskedOutsideOfAnyTransactionAndItsAnswerIsKept() {
        as(merchant.opens(), () -> {
            var due = due();
            var asked = refunds.markPaid(due.refundId(), "tx-1", CLERK);
            assertThat(asked.state()).isEqualTo(RefundState.ISSUING);
            assertThat(bank.calls(due)).as("not before the commit").isZero();
            assertThatIllegalStateException()
                    .as("and never inside a transaction")
                    .isThrownBy(() ->
                            new TransactionTemplate(transactions).executeWithoutResult(_ -> payout.run(told(due))));
            assertThat(refunds.settle(due.refundId(), CLERK))
                    .returns(RefundState.ISSUED, Refund::state)
                    .returns("tx-1", Refund::reference);
            assertThat(events(due)).containsOnlyOnce("RefundIssued");
            return true;
        });
    }

    @Test
    void aJobSettlesWhatNobodySettledAtOnce() {
        as(merchant.opens(), () -> {
            var due = due();
            refunds.markPaid(due.refundId(), "tx-1", CLERK);
            // The asker died; the half minute that they had for settling it themselves is over.
            jdbc.sql("update scheduled_tasks set execution_time = now() where task_instance like ?")
                    .param(due.refundId() + "/%")
                    .update();
            await(due, RefundState.ISSUED);
            assertThat(events(due)).containsOnlyOnce("RefundIssued");
            return true;
        });
    }

    @Test
    void whoDiesBetweenThePaymentAndTheRecordPaysOnceAllTheSame() {
        as(merchant.opens(), () -> {
            var due = due();
            refunds.markPaid(due.refundId(), "tx-1", CLERK);
            bank.answers(_ -> {
                throw new Killed();
            });
            assertThatExceptionOfType(Killed.class).isThrownBy(() -> refunds.settle(due.refundId(), CLERK));
            assertThat(found(due)).returns(RefundState.ISSUING, Refund::state);
            assertThat(bank.hasPaid(due)).isTrue();

            bank.answers(paid -> paid);
            payout.run(told(due));
            assertThat(found(due)).returns(RefundState.ISSUED, Refund::state);
            assertThat(bank.calls(due)).isEqualTo(2);
            assertThat(events(due)).containsOnlyOnce("RefundIssued");
            return true;
        });
    }

    @Test
    void twoOfTheSameJobRecordItOnce() throws Exception {
        var tenant = merchant.opens();
        var due = as(tenant, () -> {
            var made = due();
            refunds.markPaid(made.refundId(), "tx-1", CLERK);
            return made;
        });
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = both.submit(() -> as(tenant, () -> refunds.settle(due.refundId(), CLERK)));
            var second = both.submit(() -> as(tenant, () -> refunds.settle(due.refundId(), CLERK)));
            first.get();
            second.get();
        }
        as(tenant, () -> {
            payout.run(told(due));
            assertThat(events(due)).containsOnlyOnce("RefundIssued");
            return true;
        });
    }

    @Test
    void anUnknownOutcomeStaysIssuingUntilAPersonSaysHowItWent() {
        as(merchant.opens(), () -> {
            var due = due();
            bank.answers(_ -> new RefundGateway.Answer.Unknown());
            refunds.markPaid(due.refundId(), "tx-1", CLERK);
            assertThatExceptionOfType(Refusal.class)
                    .as("while it is asked, nobody else says how it went")
                    .isThrownBy(() -> refunds.markFailed(due.refundId(), "no", CLERK))
                    .returns(ErrorCode.WRONG_STATE, Refusal::code);
            assertThat(refunds.settle(due.refundId(), CLERK))
                    .returns(RefundState.ISSUING, Refund::state)
                    .returns(true, Refund::outcomeUnknown);
            payout.run(told(due));
            assertThat(bank.calls(due)).as("nobody asks again by itself").isEqualTo(1);
            assertThat(returns.teamSteps(due.returnId()))
                    .extracting(TeamStep::kind)
                    .containsExactly(TeamStepKind.RECONCILE);

            assertThat(refunds.markPaid(due.refundId(), "statement 7", CLERK))
                    .returns(RefundState.ISSUED, Refund::state)
                    .returns("statement 7", Refund::reference);
            return true;
        });
    }

    @Test
    void noAnswerIsAskedForAgainWithPausesAndThenGoesToAPerson() {
        as(merchant.opens(), () -> {
            var due = due();
            bank.answers(_ -> {
                throw new IllegalStateException("connection reset");
            });
            refunds.markPaid(due.refundId(), "tx-1", CLERK);
            assertThat(refunds.settle(due.refundId(), CLERK)).returns(RefundState.ISSUING, Refund::state);
            for (var tries = 2; tries < RefundExecution.MOST_TRIES; tries++) {
                assertThatExceptionOfType(RefundExecution.NoAnswer.class)
                        .as("the queue tries again after a growing pause")
                        .isThrownBy(() -> payout.run(told(due)));
            }
            payout.run(told(due));
            assertThat(found(due))
                    .returns(true, Refund::outcomeUnknown)
                    .extracting(Refund::failure)
                    .isEqualTo("no answer came in 10 tries");

            refunds.markFailed(due.refundId(), "The bank says no", CLERK);
            refunds.retry(due.refundId(), CLERK);
            bank.answers(paid -> paid);
            var again = refunds.markPaid(due.refundId(), "tx-2", CLERK);
            assertThat(refunds.settle(again.refundId(), CLERK)).returns(RefundState.ISSUED, Refund::state);
            return true;
        });
    }

    @Test
    void whatTheGatewayRefusesIsVisibleAndCanBeTriedAgain() {
        as(merchant.opens(), () -> {
            var due = due();
            bank.answers(_ -> new RefundGateway.Answer.Failed("card closed"));
            refunds.markPaid(due.refundId(), "tx-1", CLERK);
            assertThat(refunds.settle(due.refundId(), CLERK))
                    .returns(RefundState.FAILED, Refund::state)
                    .returns("card closed", Refund::failure);
            assertThat(returns.find(due.returnId()).orElseThrow().headline()).isEqualTo(Headline.PROBLEM);
            return true;
        });
    }

    private static RefundExecution.Told told(Refund of) {
        return new RefundExecution.Told(of.refundId().value(), CLERK.kind(), CLERK.id());
    }

    private Refund due() {
        merchant.publishes(Map.of(
                "name",
                "at once",
                "when",
                APPROVE_ALL.get("when"),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE"), "keepItem", true)));
        var made = returns.request(wants(merchant.sold(1, 10), 1, "too_small"), SHOPPER);
        return returns.find(made.returnId()).orElseThrow().refunds().getFirst();
    }

    private Refund found(Refund of) {
        return refunds.find(of.refundId()).orElseThrow();
    }

    private List<String> events(Refund of) {
        return returns.timeline(of.returnId()).stream().map(ReturnStep::event).toList();
    }

    private void await(Refund of, RefundState state) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(5))
                .until(() -> found(of).state() == state);
    }

    /** As if the process had ended. */
    private static final class Killed extends Error {}
}
