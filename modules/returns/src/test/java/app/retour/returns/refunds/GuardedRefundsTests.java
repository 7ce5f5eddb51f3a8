package app.retour.returns.refunds;

import static app.retour.returns.refunds.OneSale.assertRefused;
import static app.retour.returns.refunds.OneSale.card;
import static app.retour.returns.refunds.OneSale.eur;
import static app.retour.returns.refunds.OneSale.found;
import static app.retour.returns.refunds.OneSale.gift;
import static app.retour.returns.refunds.OneSale.only;
import static app.retour.returns.refunds.OneSale.open;
import static app.retour.returns.refunds.OneSale.sold;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.orders.amounts.Payment;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.events.RefundState;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.status.Headline;
import app.retour.returns.status.MilestoneState;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.status.TeamStepKind;
import app.retour.rules.policy.RefundMoment;
import app.retour.tracking.ParcelState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ceilings hold when a refund is paid, not only when it is made. */
class GuardedRefundsTests {
    @Test
    void whatIsNotPaidReducesTheBillAndIsNeverIssued() {
        var life = new LivingOrder(sold("20.00", Payment.UNPAID, List.of(card("20.00"))));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.INSPECTION));
        life.comesBack(aggregate, 1);
        var refund = only(life);
        assertThat(refund.amount()).isEqualTo(eur("20.00"));
        assertThat(found(life, refund)).isInstanceOf(PayingAnswer.Held.class);
        assertRefused(ErrorCode.WRONG_STATE, () -> refund.ask("tx", life.tick()));
        assertThat(refund.needsPersonBecause()).contains("reduces the bill");
        assertThat(ToldOfAReturn.toTeam(aggregate)).containsExactly(TeamStepKind.REDUCE_BILL);
        assertThat(ToldOfAReturn.toShopper(aggregate)).containsExactly(NextStepKind.BILL_REDUCED);
        assertThat(ToldOfAReturn.milestones(aggregate).getLast().state()).isEqualTo(MilestoneState.SKIPPED);

        refund.goTo(RefundMeans.picked(life.account(), refund, "card", "Visa"));
        assertThat(found(life, refund)).as("also once it is said where it goes").isInstanceOf(PayingAnswer.Held.class);

        life.toldAgain(SoldOrders.with(
                life.order(),
                Payment.PAID,
                eur("0"),
                life.order().tenders(),
                life.order().lines()));
        assertThat(refund.hold()).isNull();
        assertThat(found(life, refund)).isInstanceOf(PayingAnswer.Pays.class);
    }

    @Test
    void whatIsNotPaidAndOfNoKnownMeansIsHeldToo() {
        var life = new LivingOrder(sold("20.00", Payment.UNPAID, List.of()));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.INSPECTION));
        life.comesBack(aggregate, 1);
        var refund = only(life);
        refund.goTo(RefundMeans.picked(life.account(), refund, null, "Bank transfer"));
        DueRefunds.revise(life.account(), aggregate);
        assertThat(found(life, refund)).isInstanceOf(PayingAnswer.Held.class);
        assertRefused(ErrorCode.WRONG_STATE, () -> refund.ask("tx", life.tick()));
    }

    @Test
    void ofWhatIsPartlyPaidComesBackWhatWasCaptured() {
        var life = new LivingOrder(sold("5.00", Payment.PARTLY_PAID, List.of(card("1.23"))));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.INSPECTION));
        life.comesBack(aggregate, 1);
        var refund = only(life);
        assertThat(refund.amount()).isEqualTo(eur("1.23"));
        assertRefused(
                ErrorCode.CEILING_EXCEEDED, () -> Adjustment.make(life.account(), refund, eur("1.00"), "by hand"));
    }

    @Test
    void whatTheShopGaveBackItselfIsNotPaidAgain() {
        var life = new LivingOrder(sold("100.00", Payment.PAID, List.of(card("100.00"))));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        var refund = only(life);
        life.toldAgain(SoldOrders.with(
                life.order(),
                Payment.PAID,
                eur("100.00"),
                life.order().tenders(),
                life.order().lines()));
        assertThat(refund.state()).isEqualTo(RefundState.CANCELED);
        assertThat(refund.snapshot().failure()).contains("is given back already");
        assertRefused(ErrorCode.WRONG_STATE, () -> refund.ask("tx", life.tick()));
        life.changed(aggregate);
        assertThat(open(life)).isEmpty();
    }

    @Test
    void eachMeansGetsBackAtMostWhatItPaid() {
        var life = new LivingOrder(sold("100.00", Payment.PAID, List.of(gift("30.00"), card("70.00"))));
        life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        var refund = only(life);
        assertThat(RefundMeans.picked(life.account(), refund, "card", "Visa"))
                .extracting(share -> share.label() + " " + share.amount())
                .containsExactly("Visa €70.00", "Gift card €30.00");
        assertRefused(ErrorCode.NOT_FOUND, () -> RefundMeans.picked(life.account(), refund, "nonsense", "Somewhere"));
        assertRefused(ErrorCode.REQUIRED, () -> RefundMeans.picked(life.account(), refund, null, "Somewhere"));
    }

    @Test
    void whatAPersonGaveUpStaysGivenUp() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.RECEIPT));
        life.receives(aggregate, true, 1);
        only(life).giveUp("agreed otherwise");
        life.moves(aggregate, ParcelState.DELIVERED);
        assertThat(open(life)).isEmpty();
        life.receives(aggregate, true, 1);
        assertThat(open(life)).singleElement().returns(eur("10.00"), Reimbursement::amount);
    }

    @Test
    void nothingToGiveBackIsNoRefundAndTheReturnIsComplete() {
        var free = new LivingOrder(sold("0.00", Payment.PAID, List.of(card("0.00"))));
        var given = new LivingOrder(SoldOrders.order(
                eur("10.00"),
                Payment.PAID,
                eur("10.00"),
                List.of(card("10.00")),
                List.of(SoldOrders.line(1, eur("10.00")))));
        for (var life : List.of(free, given)) {
            var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.INSPECTION));
            life.comesBack(aggregate, 1);
            assertThat(life.refunds()).isEmpty();
            assertThat(aggregate.headline()).isEqualTo(Headline.COMPLETED);
            assertThat(ToldOfAReturn.toTeam(aggregate)).containsExactly(TeamStepKind.NOTHING_TO_DO);
            assertThat(ToldOfAReturn.toShopper(aggregate)).containsExactly(NextStepKind.NOTHING_TO_DO);
            assertThat(ToldOfAReturn.milestones(aggregate).getLast().state()).isEqualTo(MilestoneState.SKIPPED);
        }
    }

    @Test
    void aReturnKeepsThePriceItWasAnnouncedWith() {
        var shirt = SoldOrders.line(1, eur("18.00"));
        var free = SoldOrders.line(1, eur("0.00"));
        var life = new LivingOrder(SoldOrders.paid("EUR", shirt, free));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.INSPECTION));
        life.toldAgain(SoldOrders.with(
                life.order(),
                Payment.PAID,
                eur("0"),
                life.order().tenders(),
                List.of(
                        SoldOrders.line(shirt.id().value(), 1, eur("0.00"), eur("0")),
                        SoldOrders.line(free.id().value(), 1, eur("18.00"), eur("0")))));
        life.comesBack(aggregate, 1);
        assertThat(only(life).amount()).isEqualTo(eur("18.00"));
    }

    @Test
    void anotherAmountIsAnotherPayment() {
        var life = new LivingOrder(sold("20.00", Payment.PAID, List.of(card("20.00"))));
        life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        var refund = only(life);
        var key = refund.paymentKey();
        Adjustment.make(life.account(), refund, eur("-1.00"), "scratched");
        assertThat(refund.paymentKey()).as("the gateway has not heard of it").isEqualTo(key);
        refund.ask(null, life.tick());
        refund.payment().called(life.tick());
        refund.payment().failed("card closed");
        refund.payment().dueAgain();
        assertThat(refund.paymentKey()).as("the same again").isEqualTo(key);
        Adjustment.make(life.account(), refund, eur("-2.00"), "scratched more");
        assertThat(refund.paymentKey()).isNotEqualTo(key);
    }
}
