package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.OutsideRefund;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.Disposition;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tracking.ParcelState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several refunds of one return, none of them paid: one does not give back what another does not keep after all. */
class WhatOneRefundKeepsTests {

    @Test
    void aLabelThatNobodyWasChargedForIsNotGivenBackByAnotherRefund() {
        var life = twoThings().withLabel("4.90");
        var aggregate = life.approved(
                requested(0, RefundMoment.RECEIPT, ReturnShipping.MERCHANT, new Fee.Waived()),
                requested(1, RefundMoment.RECEIPT, ReturnShipping.DEDUCTED, new Fee.Waived()));
        var counted = life.receives(aggregate, true, 1, 1);
        life.grades(aggregate, counted, 0, 0, 1, Disposition.SENT_BACK);
        assertThat(due(life)).containsExactly(eur("15.10"));
        life.receives(aggregate, true, 1, 0);
        assertThat(due(life))
                .as("the way back of the first is the merchant's")
                .containsExactly(eur("20.00"), eur("30.00"));
    }

    @Test
    void aCentOfAFeeIsNotGivenBackWhereNoFeeIsKeptAnyMore() {
        var life = new LivingOrder(SoldOrders.paid("EUR", SoldOrders.line(2, eur("85.13"))));
        var aggregate = life.approved(
                requested(0, RefundMoment.DELIVERY, ReturnShipping.MERCHANT, new Fee.Waived()),
                requested(0, RefundMoment.FIRST_SCAN, ReturnShipping.MERCHANT, percent("8")));
        var counted = life.receives(aggregate, true, 0, 1);
        assertThat(due(life)).containsExactly(eur("39.16"));
        life.moves(aggregate, ParcelState.DELIVERED);
        life.grades(aggregate, counted, 1, 0, 1, Disposition.SENT_BACK);
        assertThat(due(life)).containsExactly(eur("42.57"));
        assertThat(life.refunds().getLast().waterfall().lines())
                .extracting(Waterfall.Line::kind)
                .containsExactly(WaterfallLineKind.ITEM);
    }

    @Test
    void whatIsAskedForAgainThoughItsUnitWasRefusedPaysForOneThatIsStillToCome() {
        var life = new LivingOrder(SoldOrders.paid("EUR", SoldOrders.line(2, eur("60.00"))));
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.FIRST_SCAN));
        var counted = life.receives(aggregate, true, 1);
        var refund = life.refunds().getFirst();
        assertThat(refund.isAdvance()).isFalse();
        refund.ask("tx", life.tick());
        refund.payment().called(life.tick());
        life.grades(aggregate, counted, 0, 0, 1, Disposition.SENT_BACK);
        life.moves(aggregate, ParcelState.IN_TRANSIT);
        assertThat(DueRefunds.asking(life.account(), aggregate, refund)).isEqualTo(Asking.ASK);
        assertThat(refund.isAdvance()).as("marked as such").isTrue();
    }

    @Test
    void shippingThatStaffGiveInPlaceOfWhatTheyGaveUpTakesNothingFromWhatIsStillOwed() {
        var order = SoldOrders.shipped(twoThings().order(), eur("5.00"));
        var life = new LivingOrder(SoldOrders.refunded(order, eur("1.00"), List.of(shipping("1.00"))))
                .withShipping(OutboundShippingPolicy.ALWAYS);
        var aggregate = life.approved(
                requested(0, RefundMoment.RECEIPT, ReturnShipping.MERCHANT, new Fee.Waived()),
                requested(1, RefundMoment.RECEIPT, ReturnShipping.MERCHANT, new Fee.Waived()));
        life.receives(aggregate, true, 1, 0);
        assertThat(due(life)).containsExactly(eur("34.00"));
        life.refunds().getFirst().giveUp("settled in the shop");
        life.toldAgain(order);
        life.receives(aggregate, true, 0, 1);
        assertThat(due(life)).containsExactly(eur("21.00"));
        life.gives(aggregate, ReimbursementKind.SHIPPING, eur("4.00"));
        assertThat(due(life)).containsExactly(eur("21.00"), eur("4.00"));
    }

    /** Two returns share the line, so that neither is reckoned anew for it: of the line there is less left. */
    @Test
    void ofALineNoMoreIsPaidThanTheShopLeftOfIt() {
        var life = new LivingOrder(
                SoldOrders.paid("EUR", SoldOrders.line(4, eur("40.00")), SoldOrders.line(1, eur("100.00"))));
        var line = life.order().lines().getFirst().id();
        life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        life.toldAgain(SoldOrders.refunded(
                life.order(),
                eur("25.00"),
                List.of(new OutsideRefund("1", OutsideRefund.Kind.GOODS, line, 2, eur("25.00"), null))));
        assertThat(due(life)).containsExactly(eur("10.00"), eur("5.00"));
    }

    @Test
    void aLabelIsNotKeptTwiceWhereGivingItBackWasGivenUp() {
        var life = twoThings().withLabel("4.90");
        var free = LivingOrder.terms(RefundMoment.RECEIPT, false, new Fee.Waived(), ReturnShipping.MERCHANT);
        var deducted = LivingOrder.terms(RefundMoment.RECEIPT, false, new Fee.Waived(), ReturnShipping.DEDUCTED);
        var aggregate = life.approved(
                new LivingOrder.Requested(0, 1, deducted, ReasonGroup.SIZE),
                new LivingOrder.Requested(1, 1, deducted, ReasonGroup.SIZE));
        life.receives(aggregate, true, 1, 0);
        isPaid(life, life.refunds().getFirst());
        life.judgesAgain(aggregate, aggregate.items().getLast(), free);
        assertThat(due(life)).containsExactly(eur("25.10"), eur("4.90"));
        life.refunds().getLast().giveUp("settled in the shop");
        life.judgesAgain(aggregate, aggregate.items().getLast(), deducted);
        life.receives(aggregate, true, 0, 1);
        assertThat(due(life)).containsExactly(eur("25.10"), eur("20.00"));
    }

    @Test
    void whatStaffTookOffARefundIsNotCutOffItAgain() {
        var life = twoThings().withLabel("4.90");
        var free = LivingOrder.terms(RefundMoment.RECEIPT, false, new Fee.Waived(), ReturnShipping.MERCHANT);
        var aggregate = life.approved(
                requested(0, RefundMoment.RECEIPT, ReturnShipping.DEDUCTED, new Fee.Waived()),
                requested(1, RefundMoment.RECEIPT, ReturnShipping.DEDUCTED, new Fee.Waived()));
        life.receives(aggregate, true, 1, 0);
        isPaid(life, life.refunds().getFirst());
        life.judgesAgain(aggregate, aggregate.items().getLast(), free);
        Adjustment.make(life.account(), life.refunds().getLast(), eur("-1.00"), "agreed");
        life.receives(aggregate, true, 0, 1);
        life.gives(aggregate, ReimbursementKind.GOODWILL, eur("1.00"));
        assertThat(due(life)).containsExactly(eur("25.10"), eur("3.90"), eur("20.00"), eur("1.00"));
    }

    @Test
    void anItemInPlaceOfARefusedOneMakesTheParcelFreeAsItDid() {
        var life = twoThings().withLabel("4.90");
        var aggregate = life.approved(
                requested(0, RefundMoment.APPROVAL, ReturnShipping.DEDUCTED, new Fee.Waived()),
                requested(1, RefundMoment.RECEIPT, ReturnShipping.MERCHANT, new Fee.Waived()));
        Adjustment.make(life.account(), life.refunds().getFirst(), eur("5.00"), "agreed");
        var counted = life.receives(aggregate, true, 1, 1);
        life.grades(aggregate, counted, 1, 0, 1, Disposition.SENT_BACK);
        assertThat(due(life)).containsExactly(eur("30.10"));
        life.receives(aggregate, true, 0, 1);
        assertThat(due(life)).containsExactly(eur("35.00"), eur("15.00"));
    }

    @Test
    void aFeeIsNotKeptTwiceWhereGivingItBackWasGivenUp() {
        var life = twoThings();
        var aggregate = life.approved(
                new LivingOrder.Requested(0, 1, perReturn("2"), ReasonGroup.SIZE),
                new LivingOrder.Requested(1, 1, perReturn("5"), ReasonGroup.SIZE));
        life.receives(aggregate, true, 1, 0);
        isPaid(life, life.refunds().getFirst());
        life.judgesAgain(aggregate, aggregate.items().getLast(), perReturn("1"));
        assertThat(due(life)).containsExactly(eur("25.00"), eur("3.00"));
        life.refunds().getLast().giveUp("settled in the shop");
        life.judgesAgain(aggregate, aggregate.items().getLast(), perReturn("5"));
        life.receives(aggregate, true, 0, 1);
        assertThat(due(life)).containsExactly(eur("25.00"), eur("20.00"));
    }

    @Test
    void whatOneRefundWasCutByIsNotAddedToAnotherThatStaffRaised() {
        var life = new LivingOrder(
                SoldOrders.paid("EUR", SoldOrders.line(3, eur("10.00")), SoldOrders.line(1, eur("20.00"))));
        var aggregate = life.approved(
                LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT),
                LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT),
                LivingOrder.Requested.of(1, 1, RefundMoment.RECEIPT));
        life.receives(aggregate, true, 0, 1, 0);
        isPaid(life, life.refunds().getFirst());
        life.decide(aggregate, List.of(aggregate.items().getFirst()), ItemDecision.REJECTED);
        assertThat(due(life)).containsExactly(eur("3.33"), eur("0.01"));
        Adjustment.make(life.account(), life.refunds().getLast(), eur("15.00"), "agreed");
        life.receives(aggregate, true, 0, 0, 1);
        life.looksAgain(aggregate);
        assertThat(due(life)).containsExactly(eur("3.33"), eur("15.01"), eur("11.66"));
    }

    @Test
    void aRefundThatGivesBackPartOfAFeeIsLookedAtAgainWhereTheNextKeepsThatMuchLess() {
        var life = new LivingOrder(SoldOrders.shipped(
                        SoldOrders.paid("JPY", SoldOrders.line(3, Money.of("6892", "JPY"))), Money.of("795", "JPY")))
                .withShipping(OutboundShippingPolicy.DEFECT);
        var fee = new Fee.Percent(new BigDecimal("28"), Fee.Per.RETURN);
        var terms = LivingOrder.terms(RefundMoment.RECEIPT, false, fee, ReturnShipping.MERCHANT);
        var aggregate = life.approved(new LivingOrder.Requested(0, 3, terms, ReasonGroup.DEFECT));
        var first = life.receives(aggregate, false, 1);
        life.receives(aggregate, true, 1);
        var underWay = life.refunds().getLast();
        underWay.ask(null, life.tick());
        underWay.payment().called(life.tick());
        life.grades(aggregate, first, 0, 0, 1, Disposition.SENT_BACK);
        life.grades(aggregate, first, 0, 0, 0, Disposition.SENT_BACK);
        assertThat(life.refunds().stream().filter(Reimbursement::isOpen))
                .hasSize(2)
                .allSatisfy(refund -> assertThat(PayingGuard.check(life.account(), aggregate, refund))
                        .isInstanceOf(PayingAnswer.Pays.class));
    }

    private static ItemTerms perReturn(String flat) {
        var fee = new Fee.Flat(Money.of(flat, "EUR"), Fee.Per.RETURN);
        return LivingOrder.terms(RefundMoment.RECEIPT, false, fee, ReturnShipping.SHOPPER);
    }

    private static void isPaid(LivingOrder life, Reimbursement refund) {
        refund.ask("tx", life.tick());
        refund.payment().issued("tx", life.tick());
    }

    private static LivingOrder twoThings() {
        return new LivingOrder(
                SoldOrders.paid("EUR", SoldOrders.line(1, eur("30.00")), SoldOrders.line(1, eur("20.00"))));
    }

    private static LivingOrder.Requested requested(int line, RefundMoment moment, ReturnShipping wayBack, Fee fee) {
        return new LivingOrder.Requested(line, 1, LivingOrder.terms(moment, false, fee, wayBack), ReasonGroup.SIZE);
    }

    private static Fee percent(String rate) {
        return new Fee.Percent(new BigDecimal(rate), Fee.Per.UNIT);
    }

    private static OutsideRefund shipping(String amount) {
        return new OutsideRefund("1", OutsideRefund.Kind.SHIPPING, null, null, eur(amount), null);
    }

    private static List<Money> due(LivingOrder life) {
        return life.refunds().stream()
                .filter(Reimbursement::counts)
                .map(Reimbursement::amount)
                .toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
