package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.amounts.Payment;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.view.Disposition;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is owed for a return follows what its other items, and the order's other returns, come to in the end. */
class BesideOtherReturnsTests {
    private final LivingOrder life = new LivingOrder(SoldOrders.shipped(
            SoldOrders.paid("EUR", SoldOrders.line(3, eur("10.00")), SoldOrders.line(1, eur("20.00"))), eur("5.00")));

    @Test
    void shippingThatACanceledReturnWouldHaveBroughtComesWithTheOther() {
        life.withShipping(OutboundShippingPolicy.ALWAYS);
        var canceled = life.approved(LivingOrder.Requested.of(1, 1, RefundMoment.APPROVAL));
        var other = life.approved(LivingOrder.Requested.of(0, 3, RefundMoment.RECEIPT));
        life.receives(other, true, 3);
        assertThat(amounts(life)).containsExactly(eur("25.00"), eur("10.00"));
        pay(other.refunds().getFirst());
        life.withdraws(canceled);
        assertThat(amounts(life)).containsExactly(eur("10.00"), eur("5.00"));
    }

    @Test
    void shippingOfAFullReturnDoesNotComeWhenAnUnitOfAnotherReturnIsRefused() {
        life.withShipping(OutboundShippingPolicy.FULL_RETURN);
        var refused = life.approved(LivingOrder.Requested.of(0, 3, RefundMoment.RECEIPT));
        var counted = life.receives(refused, true, 3);
        life.approved(LivingOrder.Requested.of(1, 1, RefundMoment.APPROVAL));
        assertThat(amounts(life)).containsExactly(eur("10.00"), eur("25.00"));
        life.grades(refused, counted, 0, 2, 1, Disposition.SCRAPPED);
        assertThat(amounts(life)).containsExactly(eur("6.67"), eur("20.00"));
    }

    @Test
    void whatAPersonSettledOtherwiseIsBackAllTheSame() {
        life.withShipping(OutboundShippingPolicy.FULL_RETURN);
        life.approved(LivingOrder.Requested.of(1, 1, RefundMoment.APPROVAL));
        life.refunds().getFirst().giveUp("settled in the shop");
        var rest = life.approved(LivingOrder.Requested.of(0, 3, RefundMoment.RECEIPT));
        life.receives(rest, true, 3);
        assertThat(amounts(life)).containsExactly(eur("15.00"));
    }

    @Test
    void theCentOfAnItemThatNeverCameGoesToTheOneThatDid() {
        var aggregate = life.approved(
                LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL),
                LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        assertThat(amounts(life)).containsExactly(eur("6.67"));
        life.receives(aggregate, true, 0, 1);
        life.receives(aggregate, false, 0, 0);
        assertThat(amounts(life)).containsExactly(eur("3.34"));
    }

    @Test
    void theCentOfAnItemThatNeverCameGoesToTheOneThatIsPaidAlready() {
        var aggregate = life.approved(
                LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT),
                LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT));
        life.receives(aggregate, true, 0, 1);
        assertThat(amounts(life)).containsExactly(eur("3.33"));
        pay(life.refunds().getFirst());
        life.receives(aggregate, false, 0, 0);
        assertThat(amounts(life)).containsExactly(eur("3.33"), eur("0.01"));
    }

    @Test
    void aUnitThatGotLessBesideACanceledReturnGetsTheRest() {
        var canceled = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        var other = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT));
        life.receives(other, true, 1);
        pay(other.refunds().getFirst());
        assertThat(amounts(life)).containsExactly(eur("3.34"), eur("3.33"));
        life.withdraws(canceled);
        assertThat(amounts(life)).containsExactly(eur("3.33"), eur("0.01"));
    }

    @Test
    void theLabelOfWhatNeverCameIsGivenBackThoughTheUnitsBesideAnotherReturnComeToACentMore() {
        var sale = new LivingOrder(
                        SoldOrders.paid("EUR", SoldOrders.line(4, eur("59.35")), SoldOrders.line(2, eur("20.00"))))
                .withLabel("4.90");
        sale.approved(LivingOrder.Requested.of(1, 1, RefundMoment.APPROVAL));
        var aggregate = sale.approved(
                LivingOrder.Requested.of(1, 1, RefundMoment.RECEIPT),
                new LivingOrder.Requested(
                        0,
                        1,
                        LivingOrder.terms(RefundMoment.RECEIPT, false, new Fee.Waived(), ReturnShipping.DEDUCTED),
                        ReasonGroup.SIZE),
                LivingOrder.Requested.of(0, 3, RefundMoment.APPROVAL));
        assertThat(amounts(sale)).containsExactly(eur("10.00"), eur("39.61"));
        sale.receives(aggregate, true, 0, 0, 3);
        sale.receives(aggregate, false, 0, 0, 0);
        assertThat(amounts(sale)).containsExactly(eur("10.00"), eur("44.52"));
    }

    /** What one return gets less, because the line was told cheaper since, is not what the other gets more. */
    @Test
    void aReturnKeepsItsPriceAndGetsNothingOfWhatAnotherGotLess() {
        var sale = new LivingOrder(
                SoldOrders.paid("EUR", SoldOrders.line(2, eur("20.00")), SoldOrders.line(1, eur("100.00"))));
        var before = sale.approved(LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT));
        cheaper(sale, "12.00");
        var since = sale.approved(LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT));
        sale.receives(since, true, 1);
        assertThat(amounts(sale)).containsExactly(eur("6.00"));
        sale.receives(before, true, 1);
        assertThat(amounts(sale)).containsExactly(eur("10.00"), eur("6.00"));
    }

    private static void cheaper(LivingOrder sale, String paid) {
        var lines = sale.order().lines();
        var line = SoldOrders.line(lines.getFirst().id().value(), 2, eur(paid), eur("0"));
        sale.toldAgain(SoldOrders.with(
                sale.order(), Payment.PAID, eur("0"), sale.order().tenders(), List.of(line, lines.getLast())));
    }

    private void pay(Reimbursement refund) {
        refund.ask("tx", life.tick());
        refund.payment().called(life.tick());
        refund.payment().issued("tx", life.tick());
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
