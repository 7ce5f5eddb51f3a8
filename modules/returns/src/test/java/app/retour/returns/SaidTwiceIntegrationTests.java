package app.retour.returns;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.events.RefundState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import retour.testkit.RetourTest;

/** Every word about money said twice: with the same key or another. */
@RetourTest
class SaidTwiceIntegrationTests extends AMerchantWhoPaysAtOnce {
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
}
