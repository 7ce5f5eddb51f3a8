package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.Order;
import app.retour.orders.OrderLine;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.Tender;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.GoodsCount;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.settings.RefundMoment;
import app.retour.returns.status.Headline;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.MilestoneState;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.status.ParcelFact;
import app.retour.returns.status.TeamStepKind;
import app.retour.returns.view.Disposition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ceilings hold when a refund is paid, not only when it is made. */
class GuardedRefundsTests {
    @Test
    void whatIsNotPaidReducesTheBillAndIsNeverIssued() {
        var life = new LivingOrder(sold("20.00", Payment.UNPAID, List.of(card("20.00"))));
        var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.INSPECTION));
        life.comesBack(dossier, 1);
        var refund = only(life);
        assertThat(refund.amount()).isEqualTo(eur("20.00"));
        assertThat(found(life, refund)).isInstanceOf(PayingAnswer.Held.class);
        assertRefused(ErrorCode.WRONG_STATE, () -> refund.ask("tx", life.tick()));
        assertThat(refund.needsPersonBecause()).contains("reduces the bill");
        assertThat(ToldOfAReturn.toTeam(dossier)).containsExactly(TeamStepKind.REDUCE_BILL);
        assertThat(ToldOfAReturn.toShopper(dossier)).containsExactly(NextStepKind.BILL_REDUCED);
        assertThat(ToldOfAReturn.milestones(dossier).getLast().state()).isEqualTo(MilestoneState.SKIPPED);

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
        var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.INSPECTION));
        life.comesBack(dossier, 1);
        var refund = only(life);
        refund.goTo(RefundMeans.picked(life.account(), refund, null, "Bank transfer"));
        DueRefunds.revise(life.account(), dossier);
        assertThat(found(life, refund)).isInstanceOf(PayingAnswer.Held.class);
        assertRefused(ErrorCode.WRONG_STATE, () -> refund.ask("tx", life.tick()));
    }

    @Test
    void ofWhatIsPartlyPaidComesBackWhatWasCaptured() {
        var life = new LivingOrder(sold("5.00", Payment.PARTLY_PAID, List.of(card("1.23"))));
        var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.INSPECTION));
        life.comesBack(dossier, 1);
        var refund = only(life);
        assertThat(refund.amount()).isEqualTo(eur("1.23"));
        assertRefused(
                ErrorCode.CEILING_EXCEEDED, () -> Adjustment.make(life.account(), refund, eur("1.00"), "by hand"));
    }

    @Test
    void aRefundThatIsDueGoesWithTheItemThatAPersonRejects() {
        var life = new LivingOrder(sold("20.00", Payment.PAID, List.of(card("20.00"))));
        var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.APPROVAL));
        assertThat(only(life).amount()).isEqualTo(eur("20.00"));
        life.decide(dossier, dossier.items(), ItemDecision.REJECTED);
        assertThat(only(life).state()).isEqualTo(RefundState.CANCELED);
        assertThat(only(life).isGivenUp()).isFalse();
        life.decide(dossier, dossier.items(), ItemDecision.APPROVED);
        assertThat(open(life)).singleElement().returns(eur("20.00"), Reimbursement::amount);
    }

    @Test
    void whatIsPaidCannotBeRejectedNorDecidedApart() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var dossier = life.approved(LivingOrder.Wish.of(0, 2, RefundMoment.APPROVAL));
        pay(life, only(life));
        assertRefused(ErrorCode.WRONG_STATE, () -> life.decide(dossier, dossier.items(), ItemDecision.REJECTED));
        assertRefused(
                ErrorCode.WRONG_STATE,
                () -> dossier.requireWhole(dossier.items().getFirst()));
    }

    @Test
    void aRefusedUnitIsNotPaidForThoughItWasDue() {
        for (var moment : List.of(RefundMoment.APPROVAL, RefundMoment.RECEIPT)) {
            var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
            var dossier = life.approved(LivingOrder.Wish.of(0, 2, moment));
            var counted = life.receives(dossier, true, 2);
            assertThat(only(life).amount()).isEqualTo(eur("20.00"));
            life.grades(dossier, counted, 0, 1, 1, Disposition.SCRAPPED);
            assertThat(only(life).amount()).as("%s", moment).isEqualTo(eur("10.00"));
            assertThat(GoodsCount.refundedNotReceived(dossier)).isEmpty();
        }
    }

    @Test
    void aMissingUnitIsNotPaidForThoughItWasDueAndIsOnceItComes() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var dossier = life.approved(LivingOrder.Wish.of(0, 2, RefundMoment.APPROVAL));
        life.receives(dossier, false, 1);
        assertThat(open(life)).extracting(Reimbursement::amount).containsExactly(eur("10.00"));
        life.receives(dossier, false, 1);
        assertThat(open(life)).extracting(Reimbursement::amount).containsExactly(eur("10.00"), eur("10.00"));
    }

    @Test
    void whatWasIssuedAndThenRefusedOrMissingIsADiscrepancy() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var dossier = life.approved(LivingOrder.Wish.of(0, 2, RefundMoment.APPROVAL));
        pay(life, only(life));
        life.receives(dossier, false, 1);
        assertThat(GoodsCount.refundedNotReceived(dossier)).containsExactly("2 × Thing refunded, 1 missing, 0 refused");
    }

    @Test
    void whatTheShopGaveBackItselfIsNotPaidAgain() {
        var life = new LivingOrder(sold("100.00", Payment.PAID, List.of(card("100.00"))));
        var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.APPROVAL));
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
        life.changed(dossier);
        assertThat(open(life)).isEmpty();
    }

    @Test
    void eachMeansGetsBackAtMostWhatItPaid() {
        var life = new LivingOrder(sold("100.00", Payment.PAID, List.of(gift("30.00"), card("70.00"))));
        life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.APPROVAL));
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
        var dossier = life.approved(LivingOrder.Wish.of(0, 2, RefundMoment.RECEIPT));
        life.receives(dossier, true, 1);
        only(life).giveUp("agreed otherwise");
        life.moves(dossier, ParcelFact.DELIVERED);
        assertThat(open(life)).isEmpty();
        life.receives(dossier, true, 1);
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
            var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.INSPECTION));
            life.comesBack(dossier, 1);
            assertThat(life.refunds()).isEmpty();
            assertThat(dossier.headline()).isEqualTo(Headline.COMPLETED);
            assertThat(ToldOfAReturn.toTeam(dossier)).containsExactly(TeamStepKind.NOTHING_TO_DO);
            assertThat(ToldOfAReturn.toShopper(dossier)).containsExactly(NextStepKind.NOTHING_TO_DO);
            assertThat(ToldOfAReturn.milestones(dossier).getLast().state()).isEqualTo(MilestoneState.SKIPPED);
        }
    }

    @Test
    void whatWasNeverSentOrWentBackCanBeReturnedAgain() {
        var life = new LivingOrder(sold("40.00", 4, Payment.PAID));
        var line = life.order().lines().getFirst();
        var closed = life.approved(LivingOrder.Wish.of(0, 2, RefundMoment.INSPECTION));
        assertThat(left(life, line)).isEqualTo(2);
        life.closes(closed);
        assertThat(left(life, line)).as("closed unsent").isEqualTo(4);
        var refused = life.approved(LivingOrder.Wish.of(0, 3, RefundMoment.INSPECTION));
        var counted = life.receives(refused, true, 3);
        life.grades(refused, counted, 0, 1, 2, Disposition.SENT_BACK);
        assertThat(left(life, line)).as("two went back").isEqualTo(3);
        life.grades(refused, counted, 0, 1, 2, Disposition.SCRAPPED);
        assertThat(left(life, line)).as("said anew").isEqualTo(1);
    }

    @Test
    void aReturnKeepsThePriceItWasAnnouncedWith() {
        var shirt = SoldOrders.line(1, eur("18.00"));
        var free = SoldOrders.line(1, eur("0.00"));
        var life = new LivingOrder(SoldOrders.paid("EUR", shirt, free));
        var dossier = life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.INSPECTION));
        life.toldAgain(SoldOrders.with(
                life.order(),
                Payment.PAID,
                eur("0"),
                life.order().tenders(),
                List.of(
                        SoldOrders.line(shirt.id().value(), 1, eur("0.00"), eur("0")),
                        SoldOrders.line(free.id().value(), 1, eur("18.00"), eur("0")))));
        life.comesBack(dossier, 1);
        assertThat(only(life).amount()).isEqualTo(eur("18.00"));
    }

    @Test
    void anotherAmountIsAnotherPayment() {
        var life = new LivingOrder(sold("20.00", Payment.PAID, List.of(card("20.00"))));
        life.approved(LivingOrder.Wish.of(0, 1, RefundMoment.APPROVAL));
        var refund = only(life);
        var key = refund.paymentKey();
        Adjustment.make(life.account(), refund, eur("-1.00"), "scratched");
        assertThat(refund.paymentKey()).as("the gateway has not heard of it").isEqualTo(key);
        refund.ask(null, life.tick());
        refund.called(life.tick());
        refund.failed("card closed");
        refund.dueAgain();
        assertThat(refund.paymentKey()).as("the same again").isEqualTo(key);
        Adjustment.make(life.account(), refund, eur("-2.00"), "scratched more");
        assertThat(refund.paymentKey()).isNotEqualTo(key);
    }

    @Test
    void aRefundForWhatIsStillToComeIsAnAdvanceAlsoWhenWhatCameWasRefused() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var dossier = life.approved(LivingOrder.Wish.of(0, 2, RefundMoment.DELIVERY));
        var counted = life.receives(dossier, true, 1);
        assertThat(only(life).isAdvance()).isFalse();
        life.moves(dossier, ParcelFact.DELIVERED);
        life.grades(dossier, counted, 0, 0, 1, Disposition.SCRAPPED);
        assertThat(open(life)).singleElement().returns(true, Reimbursement::isAdvance);
    }

    @Test
    void whatComesBetweenStopsAPaymentThatTheGatewayHasNotHeardOf() {
        var life = new LivingOrder(sold("20.00", 2, Payment.PAID));
        var dossier = life.approved(LivingOrder.Wish.of(0, 2, RefundMoment.RECEIPT));
        var counted = life.receives(dossier, true, 2);
        var refund = only(life);
        refund.ask(null, life.tick());
        life.grades(dossier, counted, 0, 1, 1, Disposition.SCRAPPED);
        assertThat(found(life, refund)).isInstanceOf(PayingAnswer.Changed.class);
        refund.stopped();
        DueRefunds.revise(life.account(), dossier);
        assertThat(refund.amount()).isEqualTo(eur("10.00"));
        assertThat(refund.state()).isEqualTo(RefundState.DUE);
    }

    private static int left(LivingOrder life, OrderLine line) {
        return new ReturnableOrder(life.order(), life.items()).returnable(line);
    }

    private static PayingAnswer found(LivingOrder life, Reimbursement refund) {
        return PayingGuard.check(life.account(), life.of(refund), refund);
    }

    private static void pay(LivingOrder life, Reimbursement refund) {
        refund.ask("tx", life.tick());
        refund.called(life.tick());
        refund.issued("tx", life.tick());
    }

    private static Reimbursement only(LivingOrder life) {
        assertThat(life.refunds()).hasSize(1);
        return life.refunds().getFirst();
    }

    private static List<Reimbursement> open(LivingOrder life) {
        return life.refunds().stream().filter(Reimbursement::isOpen).toList();
    }

    private static void assertRefused(ErrorCode code, Runnable what) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(what::run).returns(code, Refusal::code);
    }

    private static Order sold(String price, Payment payment, List<Tender> tenders) {
        return SoldOrders.order(eur(price), payment, eur("0"), tenders, List.of(SoldOrders.line(1, eur(price))));
    }

    private static Order sold(String price, int units, Payment payment) {
        return SoldOrders.order(
                eur(price), payment, eur("0"), List.of(card(price)), List.of(SoldOrders.line(units, eur(price))));
    }

    private static Tender card(String amount) {
        return SoldOrders.card(eur(amount));
    }

    private static Tender gift(String amount) {
        return SoldOrders.gift(eur(amount));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
