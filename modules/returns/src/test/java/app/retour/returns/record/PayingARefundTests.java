package app.retour.returns.record;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundState;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gateway pays once for one key: the key stays while the payment does, and is another where the payment is. */
class PayingARefundTests {
    private final AReturn of = AReturn.approved(3);
    private final Reimbursement refund = of.refund(1, 1);

    private void asked() {
        refund.ask(null, NOW);
        refund.payment().called(NOW);
    }

    private static Waterfall toCard(Reimbursement refund, long amount) {
        return new Waterfall(
                refund.waterfall().lines(),
                euros(amount),
                List.of(new Waterfall.TenderShare("card", "Visa", euros(amount))));
    }

    @Test
    void whatFailedIsTriedAgainUnderTheSameKey() {
        var key = refund.paymentKey();
        asked();
        refund.payment().failed("The network broke");
        asked();
        assertThat(refund.paymentKey())
                .isEqualTo(key)
                .isEqualTo(refund.refundId().toString());
        assertThat(refund.payment().timesAsked()).isEqualTo(2);
    }

    @Test
    void whatTheGatewayRefusedForGoodIsAnotherPaymentNextTime() {
        var key = refund.paymentKey();
        asked();
        refund.payment().refused("The card is closed");
        assertThat(refund.paymentKey()).isEqualTo(key + ".1");
        asked();
        refund.payment().refused("Still");
        assertThat(refund.paymentKey()).isEqualTo(key + ".2");
    }

    @Test
    void anotherAmountOrMeansAfterTheGatewayHeardOfItIsAnotherPayment() {
        asked();
        refund.payment().failed("no");
        refund.adjust(toCard(refund, 10), null);
        assertThat(refund.paymentKey()).as("all is as it was").doesNotContain(".");
        refund.adjust(toCard(refund, 9), null);
        assertThat(refund.paymentKey()).as("another amount").endsWith(".1");
        asked();
        refund.payment().failed("no");
        refund.goTo(List.of(new Waterfall.TenderShare("gift", "Gift card", euros(9))));
        assertThat(refund.paymentKey()).as("other means").endsWith(".2");
    }

    @Test
    void whatTheGatewayNeverHeardOfChangesUnderItsFirstKey() {
        refund.ask(null, NOW);
        refund.payment().stopped();
        refund.adjust(toCard(refund, 7), null);
        assertThat(refund.paymentKey()).isEqualTo(refund.refundId().toString());
        assertThat(refund.state()).isEqualTo(RefundState.DUE);
    }

    @Test
    void whatTheGatewayMayHavePaidIsNotStopped() {
        asked();
        assertThat(refund.payment().wasCalled()).isTrue();
        assertThatIllegalStateException().isThrownBy(refund.payment()::stopped).withMessageContaining("may have paid");
        refund.payment().failed("no");
        refund.ask(null, NOW.plusSeconds(1));
        assertThat(refund.payment().wasCalled())
                .as("not since it was asked last")
                .isFalse();
        refund.payment().stopped();
        assertThat(refund.isOpen()).isTrue();
    }

    @Test
    void theFirstTimeThatTheGatewayHeardOfAnAskingCounts() {
        var attempts =
                PaymentAttempts.NONE.asked(NOW).called(NOW.plusSeconds(2)).called(NOW.plusSeconds(9));
        assertThat(attempts.calledAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(attempts.asked(NOW.plusSeconds(20))
                        .called(NOW.plusSeconds(21))
                        .calledAt())
                .isEqualTo(NOW.plusSeconds(21));
        assertThat(PaymentAttempts.NONE.called(NOW).isCalled())
                .as("never asked")
                .isFalse();
    }

    @Test
    void silenceIsCountedFromTheLastAskingAndAnAnswerEndsTheDoubt() {
        asked();
        assertThat(refund.payment().unanswered()).isEqualTo(1);
        assertThat(refund.payment().unanswered()).isEqualTo(2);
        refund.payment().unknown("No answer", NOW);
        assertThat(refund.payment().isOutcomeUnknown()).isTrue();
        assertThat(refund.snapshot().outcomeUnknown()).isTrue();
        refund.payment().failed("It was not paid");
        assertThat(refund.payment().isOutcomeUnknown()).isFalse();
        asked();
        assertThat(refund.payment().unanswered()).isEqualTo(1);
    }

    @Test
    void nobodyElseSpeaksWhileTheGatewayIsAsked() {
        refund.payment().requireNotUnderWay();
        asked();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(refund.payment()::requireNotUnderWay)
                .withMessageContaining("wait for the answer");
        refund.payment().unknown("No answer", NOW);
        refund.payment().requireNotUnderWay();
        assertThat(refund.state()).isEqualTo(RefundState.ISSUING);
    }

    @Test
    void theReferenceIsTheLastOneSaidAndGoneWhereNothingWasPaid() {
        refund.ask("by hand", NOW);
        assertThat(refund.payment().reference()).isEqualTo("by hand");
        refund.payment().failed("It bounced");
        assertThat(refund.payment().reference()).isNull();
        assertThat(refund.snapshot().failure()).isEqualTo("It bounced");
        refund.ask(null, NOW);
        assertThat(refund.snapshot().failure()).isNull();
        refund.payment().issued("tx-1", NOW);
        assertThat(refund.payment().reference()).isEqualTo("tx-1");
    }

    @Test
    void itPaysForItsUnitsAndNoOthers() {
        assertThat(refund.unitsOf(of.item(1).id())).isEqualTo(1);
        assertThat(refund.unitsOf(of.authorization().id())).isZero();
    }

    @Test
    void itIsOfStaffWhereItPaysForNoUnitsAndGivesNoFeeBack() {
        assertThat(of.gift("5.00").isOfStaff()).isTrue();
        assertThat(refund.isOfStaff()).isFalse();
        var item = of.item(1);
        var back = new Waterfall.Line(WaterfallLineKind.LABEL_FEE, "Return label", euros(4), null);
        var feeBack = of.refund(euros(4), back, null);
        assertThat(feeBack.isOfStaff()).isFalse();
        assertThat(feeBack.givesBackFees()).isTrue();
        var kept = new Waterfall.Line(WaterfallLineKind.LABEL_FEE, "Return label", euros(-4), null);
        var unit = new RefundedUnits(item.orderLineId(), item.id(), 1, euros(10), euros(0), null, null);
        assertThat(of.refund(euros(6), kept, null, unit).givesBackFees()).isFalse();
    }

    @Test
    void anAdvanceIsSaidFromTheStartOrLater() {
        assertThat(refund.isAdvance()).isFalse();
        refund.becomeAdvance();
        assertThat(refund.snapshot().advance()).isTrue();
    }
}
