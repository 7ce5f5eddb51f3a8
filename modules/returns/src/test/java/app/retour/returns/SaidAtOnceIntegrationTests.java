package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.api.GlobalId;
import app.retour.kernel.Money;
import app.retour.returns.events.RefundState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** Several say something of the same money at the same time. */
@RetourTest
class SaidAtOnceIntegrationTests extends AMerchantWhoPaysAtOnce {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void twoWhoPayTheSameWithTwoReferencesPayOnce() throws Exception {
        var refund = due(2);
        var answers = atOnce(i ->
                says("markRefundPaid", keyed(Map.of("refundId", refund, "reference", "tx-" + i), "key-" + i)));
        assertThat(answers.stream().filter(answer -> answer.codes().isEmpty())).hasSize(1);
        assertThat(answers.stream().flatMap(answer -> answer.codes().stream())).containsOnly("WRONG_STATE");
        assertThat(found(refund).state()).isEqualTo(RefundState.ISSUED);
        assertThat(bank.calls(found(refund))).isEqualTo(1);
    }

    @Test
    void twoWithOneKeyGetOneAnswer() throws Exception {
        var refund = due(2);
        var input = keyed(gift(refund, "5.00"), "k");
        var answers = atOnce(_ -> says("reimburse", input));
        assertThat(answers)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.codes()).isEmpty());
        assertThat(answers.stream().map(answer -> answer.text("refund.id")).distinct())
                .hasSize(1);
    }

    @Test
    void twoWhoGiveAllThatIsLeftGiveItOnce() throws Exception {
        var refund = due(2);
        var answers = atOnce(i -> says("reimburse", keyed(gift(refund, "30.00"), "key-" + i)));
        assertThat(answers.stream().filter(answer -> answer.codes().isEmpty())).hasSize(1);
        assertThat(answers.stream().flatMap(answer -> answer.codes().stream())).containsOnly("CEILING_EXCEEDED");
    }

    @Test
    void twoRefundsOfOneOrderAreNotBothRaisedToAllThatIsLeft() throws Exception {
        var order = api.tells(tenant, TheApi.order(id(), "EUR", 3, Map.of()));
        var refunds = List.of(first(api.returns(tenant, order, 1)), first(api.returns(tenant, order, 1)));
        // 90.00 were paid, 60.00 are due: one of both can be raised by 30.00.
        var answers = atOnce(i -> {
            var refund = refunds.get(i % 2);
            return says(
                    "adjustRefund",
                    Map.of(
                            "refundId",
                            refund,
                            "version",
                            found(refund).version(),
                            "amount",
                            "30.00",
                            "reason",
                            "a gesture"));
        });
        assertThat(answers.stream().filter(answer -> answer.codes().isEmpty())).hasSize(1);
        assertThat(Money.sum(
                        eur("0").currency(),
                        refunds.stream().map(each -> found(each).amount()).toList()))
                .isEqualTo(eur("90.00"));
    }

    @Test
    void whoPaysAndWhoGivesUpAtOnceDoOneOfBoth() throws Exception {
        for (var round = 0; round < 4; round++) {
            var refund = due(1);
            var answers = atOnce(i -> i % 2 == 0
                    ? says("markRefundPaid", keyed(Map.of("refundId", refund, "reference", "tx"), "pays-" + refund + i))
                    : says("cancelRefund", Map.of("refundId", refund, "reason", "agreed otherwise")));
            var now = found(refund);
            assertThat(now.state()).isIn(RefundState.ISSUED, RefundState.CANCELED);
            // Two who pay at once may both ask it, under one key, for which it pays once.
            assertThat(bank.calls(now) > 0).isEqualTo(now.state() == RefundState.ISSUED);
            assertThat(bank.hasPaid(now)).isEqualTo(now.state() == RefundState.ISSUED);
            assertThat(answers.stream().filter(answer -> answer.codes().isEmpty()))
                    .hasSize(now.state() == RefundState.ISSUED ? 2 : 1);
        }
    }

    @Test
    void whoComesWhileAnotherRefundOfTheOrderIsRaisedWaitsAndSeesIt() throws Exception {
        var order = api.tells(tenant, TheApi.order(id(), "EUR", 3, Map.of()));
        var one = found(first(api.returns(tenant, order, 1)));
        var other = first(api.returns(tenant, order, 1));
        var raise = Map.of("refundId", other, "version", found(other).version(), "amount", "30.00", "reason", "late");
        try (var second = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = as(
                    tenant,
                    () -> new TransactionTemplate(transactions).execute(_ -> {
                        refunds.adjust(one.refundId(), one.version(), new BigDecimal("30.00"), "late", CLERK);
                        var said = second.submit(() -> says("adjustRefund", raise));
                        await().atMost(Duration.ofMinutes(3)).until(() -> said.isDone() || somebodyWaitsForALock());
                        return said;
                    }));
            assertThat(answer.get().codes()).containsExactly("CEILING_EXCEEDED");
        }
        assertThat(found(GlobalId.of("Refund", one.refundId().value())).amount())
                .isEqualTo(eur("60.00"));
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private interface Word {
        TheApi.Answer said(int by);
    }

    /** Four at once; none gets anything but an answer. */
    private static List<TheApi.Answer> atOnce(Word word) throws Exception {
        var together = new CyclicBarrier(4);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var saying = new ArrayList<Callable<TheApi.Answer>>();
            for (var i = 0; i < 4; i++) {
                var by = i;
                saying.add(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return word.said(by);
                });
            }
            var answers = new ArrayList<TheApi.Answer>();
            for (var said : all.invokeAll(saying)) {
                answers.add(said.get());
            }
            return answers;
        }
    }
}
