package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.amounts.Payment;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.events.RefundState;
import app.retour.returns.record.Hold;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.ItemDecision;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was given back once, by whatever way, is not given back again. */
class NothingIsGivenTwiceTests {
    private final LivingOrder twoThings = new LivingOrder(
                    SoldOrders.paid("EUR", SoldOrders.line(1, eur("30.00")), SoldOrders.line(1, eur("20.00"))))
            .withLabel("4.90");

    /** The first thing bears the label; the other, which is not approved yet, makes it free. */
    private ReturnAggregate oneApproved() {
        var aggregate = twoThings.asked(
                requested(0, RefundMoment.APPROVAL, ReturnShipping.DEDUCTED),
                requested(1, RefundMoment.INSPECTION, ReturnShipping.MERCHANT));
        twoThings.decide(aggregate, List.of(aggregate.items().getFirst()), ItemDecision.APPROVED);
        assertThat(amounts(twoThings)).containsExactly(eur("25.10"));
        return aggregate;
    }

    @Test
    void aLabelThatTurnsOutToBeFreeIsNotKeptByARefundThatIsNotPaid() {
        var aggregate = oneApproved();
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.APPROVED);
        assertThat(amounts(twoThings)).containsExactly(eur("30.00"));
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.REJECTED);
        assertThat(amounts(twoThings)).containsExactly(eur("25.10"));
    }

    @Test
    void aLabelThatTurnsOutToBeFreeIsGivenBackOnceHoweverOftenItIsLookedAt() {
        var aggregate = oneApproved();
        pay(twoThings.refunds().getFirst());
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.APPROVED);
        twoThings.changed(aggregate);
        twoThings.changed(aggregate);
        assertThat(amounts(twoThings)).containsExactly(eur("25.10"), eur("4.90"));
    }

    @Test
    void aLabelThatIsGivenBackStaysKeptAgainWhenWhatMadeItFreeIsRejected() {
        var aggregate = oneApproved();
        pay(twoThings.refunds().getFirst());
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.APPROVED);
        assertThat(amounts(twoThings)).containsExactly(eur("25.10"), eur("4.90"));
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.REJECTED);
        assertThat(amounts(twoThings)).containsExactly(eur("25.10"));
    }

    @Test
    void aLabelIsNotGivenBackWhileNobodyKnowsWhetherItWasKept() {
        var aggregate = oneApproved();
        var kept = twoThings.refunds().getFirst();
        kept.ask("tx", twoThings.tick());
        kept.payment().called(twoThings.tick());
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.APPROVED);
        var back = twoThings.refunds().getLast();
        assertThat(back).returns(eur("4.90"), Reimbursement::amount).returns(Hold.PERSON, Reimbursement::hold);
        kept.payment().issued("tx", twoThings.tick());
        twoThings.looksAgain(aggregate);
        assertThat(back.hold()).isNull();
        assertThat(PayingGuard.check(twoThings.account(), aggregate, back)).isInstanceOf(PayingAnswer.Pays.class);
    }

    @Test
    void aLabelThatIsKeptAndPaidIsGivenBackWhateverAnotherRefundKeeps() {
        var fee = new Fee.Flat(Money.of("2.00", "EUR"), Fee.Per.ITEM);
        var aggregate = twoThings.asked(
                requested(0, RefundMoment.APPROVAL, ReturnShipping.DEDUCTED),
                new LivingOrder.Requested(
                        1,
                        1,
                        LivingOrder.terms(RefundMoment.INSPECTION, false, fee, ReturnShipping.MERCHANT),
                        ReasonGroup.SIZE));
        twoThings.decide(aggregate, List.of(aggregate.items().getFirst()), ItemDecision.APPROVED);
        pay(twoThings.refunds().getFirst());
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.APPROVED);
        assertThat(amounts(twoThings)).containsExactly(eur("25.10"), eur("4.90"));
        twoThings.comesBack(aggregate, 0, 1);
        assertThat(amounts(twoThings)).containsExactly(eur("25.10"), eur("4.90"), eur("18.00"));
        assertThat(PayingGuard.check(
                        twoThings.account(), aggregate, twoThings.refunds().get(1)))
                .isInstanceOf(PayingAnswer.Pays.class);
    }

    @Test
    void aLabelIsNotKeptAnyMoreByARefundThatFailedBeforeItWasFree() {
        var aggregate = oneApproved();
        var kept = twoThings.refunds().getFirst();
        kept.ask("tx", twoThings.tick());
        kept.payment().called(twoThings.tick());
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.APPROVED);
        kept.payment().failed("not paid");
        twoThings.looksAgain(aggregate);
        assertThat(amounts(twoThings)).containsExactly(eur("30.00"));
    }

    @Test
    void aReturnIsWithdrawnAlthoughAGestureOfItIsPaid() {
        var aggregate = oneApproved();
        twoThings.gives(aggregate, ReimbursementKind.GOODWILL, eur("2.00"));
        pay(twoThings.refunds().getLast());
        assertThat(ToldOfAReturn.canCancel(aggregate)).isTrue();
        twoThings.withdraws(aggregate);
        assertThat(amounts(twoThings)).containsExactly(eur("2.00"));
    }

    @Test
    void aLabelThatWasNeverKeptIsNotGivenBack() {
        var aggregate = oneApproved();
        var kept = twoThings.refunds().getFirst();
        kept.ask("tx", twoThings.tick());
        kept.payment().called(twoThings.tick());
        twoThings.decide(aggregate, List.of(aggregate.items().getLast()), ItemDecision.APPROVED);
        kept.payment().failed("not paid");
        twoThings.receives(aggregate, false, 0, 1);
        assertThat(amounts(twoThings)).isEmpty();
    }

    @Test
    void whatTheGatewayRefusedIsTriedAgainAsAnotherPayment() {
        oneApproved();
        var refund = twoThings.refunds().getFirst();
        var key = refund.paymentKey();
        refund.ask("tx", twoThings.tick());
        refund.payment().called(twoThings.tick());
        refund.payment().refused("card closed");
        refund.payment().dueAgain();
        assertThat(refund.paymentKey())
                .as("to the old one the gateway says the same as before")
                .isNotEqualTo(key);
    }

    @Test
    void whatMayBePaidAndMustNotBeIsNotAskedForAgain() {
        oneApproved();
        var refund = twoThings.refunds().getFirst();
        refund.ask("tx", twoThings.tick());
        assertThat(asking(refund)).isEqualTo(Asking.ASK);
        var order = twoThings.order();
        var given = SoldOrders.refunded(order, eur("50.00"), List.of());
        twoThings.toldAgain(given);
        assertThat(asking(refund)).isEqualTo(Asking.STOP);
        twoThings.toldAgain(order);
        refund.payment().called(twoThings.tick());
        assertThat(asking(refund)).as("once more").isEqualTo(Asking.ASK);
        twoThings.toldAgain(given);
        assertThat(asking(refund)).isEqualTo(Asking.FIND_OUT);
    }

    private Asking asking(Reimbursement refund) {
        return Asking.of(refund, PayingGuard.check(twoThings.account(), twoThings.of(refund), refund));
    }

    private void pay(Reimbursement refund) {
        refund.ask("tx", twoThings.tick());
        refund.payment().called(twoThings.tick());
        refund.payment().issued("tx", twoThings.tick());
    }

    @Test
    void whatFailedIsLookedAtAgainBeforeTheGatewayIsAskedOnceMore() {
        var life = new LivingOrder(SoldOrders.paid("EUR", SoldOrders.line(1, eur("100.00"))));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        var refund = life.refunds().getFirst();
        refund.ask("tx-1", life.tick());
        refund.payment().called(life.tick());
        assertThat(refund.payment().wasCalled()).isTrue();
        refund.payment().failed("card closed");
        refund.payment().dueAgain();
        var key = refund.paymentKey();
        refund.ask("tx-2", life.tick());
        assertThat(refund.payment().wasCalled())
                .as("of this asking nobody heard")
                .isFalse();
        life.toldAgain(SoldOrders.with(
                life.order(),
                Payment.PAID,
                eur("100.00"),
                life.order().tenders(),
                life.order().lines()));
        assertThat(PayingGuard.check(life.account(), aggregate, refund)).isInstanceOf(PayingAnswer.Gone.class);
        refund.payment().stopped();
        DueRefunds.revise(life.account(), aggregate);
        assertThat(refund.state()).isEqualTo(RefundState.CANCELED);
        assertThat(refund.paymentKey()).isEqualTo(key);
    }

    private static LivingOrder.Requested requested(int line, RefundMoment moment, ReturnShipping wayBack) {
        return new LivingOrder.Requested(
                line, 1, LivingOrder.terms(moment, false, new Fee.Waived(), wayBack), ReasonGroup.SIZE);
    }

    private static List<Money> amounts(LivingOrder life) {
        return life.refunds().stream()
                .filter(Reimbursement::counts)
                .map(Reimbursement::amount)
                .toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
