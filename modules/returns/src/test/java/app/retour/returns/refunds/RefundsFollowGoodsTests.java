package app.retour.returns.refunds;

import static app.retour.returns.refunds.OneSale.assertRefused;
import static app.retour.returns.refunds.OneSale.card;
import static app.retour.returns.refunds.OneSale.eur;
import static app.retour.returns.refunds.OneSale.found;
import static app.retour.returns.refunds.OneSale.left;
import static app.retour.returns.refunds.OneSale.only;
import static app.retour.returns.refunds.OneSale.open;
import static app.retour.returns.refunds.OneSale.pay;
import static app.retour.returns.refunds.OneSale.sold;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.orders.amounts.Payment;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.GoodsCount;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.Disposition;
import app.retour.rules.policy.RefundMoment;
import app.retour.tracking.ParcelState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due follows goods and decisions for as long as it is not paid. */
class RefundsFollowGoodsTests {
    @Test
    void aRefundThatIsDueGoesWithTheItemThatAPersonRejects() {
        var life = new LivingOrder(sold("20.00", Payment.PAID, List.of(card("20.00"))));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        assertThat(only(life).amount()).isEqualTo(eur("20.00"));
        life.decide(aggregate, aggregate.items(), ItemDecision.REJECTED);
        assertThat(only(life).state()).isEqualTo(RefundState.CANCELED);
        assertThat(only(life).isGivenUp()).isFalse();
        life.decide(aggregate, aggregate.items(), ItemDecision.APPROVED);
        assertThat(open(life)).singleElement().returns(eur("20.00"), Reimbursement::amount);
    }

    @Test
    void whatIsPaidCannotBeRejectedNorDecidedApart() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.APPROVAL));
        pay(life, only(life));
        assertRefused(ErrorCode.WRONG_STATE, () -> life.decide(aggregate, aggregate.items(), ItemDecision.REJECTED));
        assertRefused(
                ErrorCode.WRONG_STATE,
                () -> aggregate.requireWhole(aggregate.items().getFirst()));
    }

    @Test
    void aRefusedUnitIsNotPaidForThoughItWasDue() {
        for (var moment : List.of(RefundMoment.APPROVAL, RefundMoment.RECEIPT)) {
            var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
            var aggregate = life.approved(LivingOrder.Requested.of(0, 2, moment));
            var counted = life.receives(aggregate, true, 2);
            assertThat(only(life).amount()).isEqualTo(eur("20.00"));
            life.grades(aggregate, counted, 0, 1, 1, Disposition.SCRAPPED);
            assertThat(only(life).amount()).as("%s", moment).isEqualTo(eur("10.00"));
            assertThat(GoodsCount.refundedNotReceived(aggregate)).isEmpty();
        }
    }

    @Test
    void aMissingUnitIsNotPaidForThoughItWasDueAndIsOnceItComes() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.APPROVAL));
        life.receives(aggregate, false, 1);
        assertThat(open(life)).extracting(Reimbursement::amount).containsExactly(eur("10.00"));
        life.receives(aggregate, false, 1);
        assertThat(open(life)).extracting(Reimbursement::amount).containsExactly(eur("10.00"), eur("10.00"));
    }

    @Test
    void whatWasIssuedAndThenRefusedOrMissingIsADiscrepancy() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.APPROVAL));
        pay(life, only(life));
        life.receives(aggregate, false, 1);
        assertThat(GoodsCount.refundedNotReceived(aggregate))
                .containsExactly("2 × Thing refunded, 1 missing, 0 refused");
    }

    @Test
    void whatWasNeverSentOrWentBackCanBeReturnedAgain() {
        var life = new LivingOrder(sold("40.00", 4, Payment.PAID));
        var line = life.order().lines().getFirst();
        var closed = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.INSPECTION));
        assertThat(left(life, line)).isEqualTo(2);
        life.closes(closed);
        assertThat(left(life, line)).as("closed unsent").isEqualTo(4);
        var refused = life.approved(LivingOrder.Requested.of(0, 3, RefundMoment.INSPECTION));
        var counted = life.receives(refused, true, 3);
        life.grades(refused, counted, 0, 1, 2, Disposition.SENT_BACK);
        assertThat(left(life, line)).as("two went back").isEqualTo(3);
        life.grades(refused, counted, 0, 1, 2, Disposition.SCRAPPED);
        assertThat(left(life, line)).as("said anew").isEqualTo(1);
    }

    @Test
    void aRefundForWhatIsStillToComeIsAnAdvanceAlsoWhenWhatCameWasRefused() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.DELIVERY));
        var counted = life.receives(aggregate, true, 1);
        assertThat(only(life).isAdvance()).isFalse();
        life.moves(aggregate, ParcelState.DELIVERED);
        life.grades(aggregate, counted, 0, 0, 1, Disposition.SCRAPPED);
        assertThat(open(life)).singleElement().returns(true, Reimbursement::isAdvance);
    }

    @Test
    void whatComesBetweenStopsAPaymentThatTheGatewayHasNotHeardOf() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.RECEIPT));
        var counted = life.receives(aggregate, true, 2);
        var refund = only(life);
        refund.ask(null, life.tick());
        life.grades(aggregate, counted, 0, 1, 1, Disposition.SCRAPPED);
        assertThat(found(life, refund)).isInstanceOf(PayingAnswer.Changed.class);
        refund.payment().stopped();
        DueRefunds.revise(life.account(), aggregate);
        assertThat(refund.amount()).isEqualTo(eur("10.00"));
        assertThat(refund.state()).isEqualTo(RefundState.DUE);
    }
}
