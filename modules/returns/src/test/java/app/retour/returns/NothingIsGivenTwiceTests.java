package app.retour.returns;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.Payment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was given back once, by whatever way, is not given back again. */
class NothingIsGivenTwiceTests {
    @Test
    void aLabelThatTurnsOutToBeFreeIsGivenBackOnceHoweverOftenItIsLookedAt() {
        var life = new LivingOrder(
                        SoldOrders.paid("EUR", SoldOrders.line(1, eur("30.00")), SoldOrders.line(1, eur("20.00"))))
                .withLabel("4.90");
        var dossier = life.asked(
                wish(0, RefundMoment.APPROVAL, ReturnShipping.DEDUCTED),
                wish(1, RefundMoment.INSPECTION, ReturnShipping.MERCHANT));
        life.decide(dossier, List.of(dossier.items().getFirst()), ItemDecision.APPROVED);
        assertThat(amounts(life)).containsExactly(eur("25.10"));
        life.decide(dossier, List.of(dossier.items().getLast()), ItemDecision.APPROVED);
        life.changed(dossier);
        life.changed(dossier);
        assertThat(amounts(life)).containsExactly(eur("25.10"), eur("4.90"));
    }

    @Test
    void aLabelThatIsGivenBackStaysKeptAgainWhenWhatMadeItFreeIsRejected() {
        var life = new LivingOrder(
                        SoldOrders.paid("EUR", SoldOrders.line(1, eur("30.00")), SoldOrders.line(1, eur("20.00"))))
                .withLabel("4.90");
        var dossier = life.asked(
                wish(0, RefundMoment.APPROVAL, ReturnShipping.DEDUCTED),
                wish(1, RefundMoment.INSPECTION, ReturnShipping.MERCHANT));
        life.decide(dossier, List.of(dossier.items().getFirst()), ItemDecision.APPROVED);
        life.decide(dossier, List.of(dossier.items().getLast()), ItemDecision.APPROVED);
        assertThat(amounts(life)).containsExactly(eur("25.10"), eur("4.90"));
        life.decide(dossier, List.of(dossier.items().getLast()), ItemDecision.REJECTED);
        assertThat(life.refunds().stream().filter(Reimbursement::counts).map(Reimbursement::amount))
                .containsExactly(eur("25.10"));
    }

    @Test
    void whatFailedIsLookedAtAgainBeforeTheGatewayIsAskedOnceMore() {
        var life = new LivingOrder(SoldOrders.paid("EUR", SoldOrders.line(1, eur("100.00"))));
        var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.APPROVAL));
        var refund = life.refunds().getFirst();
        refund.ask("tx-1", life.tick());
        refund.called(life.tick());
        assertThat(refund.wasCalled()).isTrue();
        refund.failed("card closed");
        refund.dueAgain();
        var key = refund.paymentKey();
        refund.ask("tx-2", life.tick());
        assertThat(refund.wasCalled()).as("of this asking nobody heard").isFalse();
        life.toldAgain(SoldOrders.with(
                life.order(),
                Payment.PAID,
                eur("100.00"),
                life.order().tenders(),
                life.order().lines()));
        assertThat(PayingGuard.check(life.account(), dossier, refund)).isInstanceOf(PayingGuard.Answer.Gone.class);
        refund.stopped();
        DueRefunds.revise(life.account(), dossier);
        assertThat(refund.state()).isEqualTo(RefundState.CANCELED);
        assertThat(refund.paymentKey()).isEqualTo(key);
    }

    private static LivingOrder.Wish wish(int line, RefundMoment moment, ReturnShipping wayBack) {
        return new LivingOrder.Wish(
                line, 1, LivingOrder.terms(moment, false, RefundClaim.Fee.NONE, wayBack), ReasonGroup.SIZE);
    }

    private static List<Money> amounts(LivingOrder life) {
        return life.refunds().stream().map(Reimbursement::amount).toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
