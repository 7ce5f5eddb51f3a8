package app.retour.returns;

import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Money;
import app.retour.kernel.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** Every word about money said twice: with the same key or another, one after the other or both at once. */
@RetourTest
class SaidTwiceIntegrationTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    TheApi api;

    @Autowired
    Refunds refunds;

    @Autowired
    Bank bank;

    private TenantId tenant;
    private Caller shop;

    @BeforeEach
    void aMerchantWhoPaysAtApproval() {
        tenant = merchant.opens();
        shop = TheApi.agent(tenant);
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "at once",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "keepItem", true)));
            return true;
        });
    }

    @Test
    void aKeyPaysOnceAndMeansOneRefundAndOneReference() {
        var refund = due(2);
        var other = due(2);
        var input = keyed(Map.of("refundId", refund, "reference", "tx-1"), "k");
        assertThat(says("markRefundPaid", input).done().text("refund.state")).isEqualTo("ISSUED");
        var again = says("markRefundPaid", input).done();
        assertThat(again.text("refund.id")).isEqualTo(refund);
        assertThat(again.text("refund.state")).isEqualTo("ISSUED");
        assertThat(bank.calls(found(refund))).isEqualTo(1);
        assertThat(says("markRefundPaid", keyed(Map.of("refundId", refund, "reference", "tx-2"), "k"))
                        .codes())
                .containsExactly("KEY_REUSED");
        assertThat(says("markRefundPaid", keyed(Map.of("refundId", other, "reference", "tx-1"), "k"))
                        .codes())
                .containsExactly("KEY_REUSED");
        assertThat(found(other).state()).isEqualTo(RefundState.DUE);
        assertThat(says("markRefundPaid", keyed(Map.of("refundId", refund, "reference", "tx-1"), "k2"))
                        .done()
                        .text("refund.state"))
                .as("the same reference, said anew, changes nothing")
                .isEqualTo("ISSUED");
        assertThat(says("markRefundPaid", keyed(Map.of("refundId", refund, "reference", "tx-9"), "k3"))
                        .codes())
                .as("another payment of what is paid")
                .containsExactly("WRONG_STATE");
        assertThat(bank.calls(found(refund))).isEqualTo(1);
    }

    @Test
    void aRefusedWordLeavesItsKeyFree() {
        var refund = due(2);
        var given = says("reimburse", keyed(gift(refund, "1000.00"), "k"));
        assertThat(given.codes()).containsExactly("CEILING_EXCEEDED");
        assertThat(says("reimburse", keyed(gift(refund, "30.00"), "k")).done().text("refund.amount.amount"))
                .isEqualTo("30.00");
    }

    @Test
    void anAdjustmentCountsOnceForWhatWasSeen() {
        var refund = due(2);
        var seen = found(refund).version();
        var input = Map.of("refundId", refund, "version", seen, "amount", "-1.00", "reason", "scratched");
        assertThat(says("adjustRefund", input).done().text("refund.amount.amount"))
                .isEqualTo("59.00");
        assertThat(says("adjustRefund", input).codes()).containsExactly("STALE");
        assertThat(found(refund).amount()).isEqualTo(eur("59.00"));
    }

    @Test
    void whatIsGivenUpFailedOrPickedAgainIsRefusedOrTheSame() {
        var refund = due(2);
        var picked = Map.of("refundId", refund, "tenderId", "card", "label", "Visa");
        says("pickTender", picked).done();
        says("pickTender", picked).done();
        assertThat(found(refund).waterfall().tenders())
                .singleElement()
                .satisfies(share -> assertThat(share.amount()).isEqualTo(eur("60.00")));
        var failed = Map.of("refundId", refund, "reason", "card closed");
        says("markRefundFailed", failed).done();
        assertThat(says("markRefundFailed", failed).codes()).containsExactly("WRONG_STATE");
        says("retryRefund", Map.of("refundId", refund)).done();
        assertThat(says("retryRefund", Map.of("refundId", refund)).codes()).containsExactly("WRONG_STATE");
        var canceled = Map.of("refundId", refund, "reason", "agreed otherwise");
        says("cancelRefund", canceled).done();
        assertThat(says("cancelRefund", canceled).codes()).containsExactly("WRONG_STATE");
        for (var word : List.of("markRefundFailed", "cancelRefund")) {
            assertThat(says(word, failed).codes()).as(word).containsExactly("WRONG_STATE");
        }
        assertThat(says("pickTender", picked).codes()).containsExactly("WRONG_STATE");
        assertThat(says("markRefundPaid", keyed(Map.of("refundId", refund, "reference", "tx-1"), "k"))
                        .codes())
                .containsExactly("WRONG_STATE");
        assertThat(bank.calls(found(refund))).isZero();
    }

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
        assertThat(answers).allSatisfy(answer -> assertThat(answer.codes()).isEmpty());
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
            assertThat(bank.calls(now)).isEqualTo(now.state() == RefundState.ISSUED ? 1 : 0);
            assertThat(answers.stream().filter(answer -> answer.codes().isEmpty()))
                    .hasSize(now.state() == RefundState.ISSUED ? 2 : 1);
        }
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

    private TheApi.Answer says(String word, Map<String, ?> input) {
        return api.asks(shop, word, input, TheApi.REFUND);
    }

    private Map<String, Object> gift(String refund, String amount) {
        return Map.of(
                "returnId",
                GlobalId.of("Return", found(refund).returnId().value()),
                "kind",
                "GOODWILL",
                "amount",
                amount,
                "reason",
                "It came late");
    }

    private static Map<String, Object> keyed(Map<String, ?> input, String key) {
        var all = new HashMap<String, Object>(input);
        all.put("idempotencyKey", key);
        return all;
    }

    /** A refund of so many of an order's shirts at 30.00; one more shirt stays with the shopper. */
    private String due(int units) {
        return first(api.returns(tenant, api.tells(tenant, TheApi.order(id(), "EUR", units + 1, Map.of())), units));
    }

    private static String first(TheApi.Answer made) {
        return made.text("return.refunds.0.id");
    }

    private static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private Refund found(String refund) {
        var id = GlobalId.parse(refund, "Refund");
        return as(tenant, () -> refunds.find(new RefundId(id)).orElseThrow());
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
