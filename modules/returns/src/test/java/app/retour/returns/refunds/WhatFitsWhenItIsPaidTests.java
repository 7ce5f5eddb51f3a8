package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.Tender;
import app.retour.returns.events.RefundState;
import app.retour.returns.record.Hold;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.rules.policy.RefundMoment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A refund is due, and then the shop gives back some of it itself: per line and per means no more than was paid. */
class WhatFitsWhenItIsPaidTests {
    private final LivingOrder life = new LivingOrder(SoldOrders.order(
            eur("100.00"),
            Payment.PAID,
            eur("0.00"),
            List.of(SoldOrders.gift(eur("30.00")), SoldOrders.card(eur("70.00"))),
            List.of(SoldOrders.line(2, eur("60.00")), SoldOrders.line(1, eur("40.00")))));

    @Test
    void aMeansThatGotItsPartBackElsewhereGetsNoMore() {
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.APPROVAL));
        assertThat(shares()).containsExactly("Gift card €30.00", "Visa €30.00");
        DueRefunds.revise(withOutside(OrderMoney.Outside.Kind.OTHER, null, 0, "30.00", "gift"), aggregate);
        assertThat(only().amount()).isEqualTo(eur("60.00"));
        assertThat(shares()).containsExactly("Visa €60.00");
    }

    @Test
    void ofALineThatGotItsPartBackElsewhereOnlyTheRestIsLeft() {
        var aggregate = life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.APPROVAL));
        DueRefunds.revise(withOutside(OrderMoney.Outside.Kind.GOODS, line(0), 0, "20.00", "card"), aggregate);
        assertThat(only().amount()).isEqualTo(eur("40.00"));
        assertThat(only().units())
                .singleElement()
                .satisfies(units -> assertThat(units.amount()).isEqualTo(eur("40.00")));
    }

    @Test
    void ofALineThatGotMoreBackElsewhereThanItCostNothingIsLeft() {
        for (var units = 0; units < 4; units++) {
            var other = new WhatFitsWhenItIsPaidTests();
            var aggregate = other.life.approved(LivingOrder.Requested.of(0, 2, RefundMoment.APPROVAL));
            DueRefunds.revise(
                    other.withOutside(OrderMoney.Outside.Kind.GOODS, other.line(0), units, "75.00", "card"), aggregate);
            assertThat(other.only().state()).as("%d units", units).isEqualTo(RefundState.CANCELED);
        }
    }

    @Test
    void whatIsPaidInPartAndNobodySaysHowMuchWaitsForAPerson() {
        var partly = new LivingOrder(SoldOrders.order(
                eur("20.00"),
                Payment.PARTLY_PAID,
                eur("0.00"),
                List.of(new Tender("card", Tender.Kind.CARD, null, "Visa")),
                List.of(SoldOrders.line(1, eur("20.00")))));
        var aggregate = partly.approved(LivingOrder.Requested.of(0, 1, RefundMoment.APPROVAL));
        var refund = partly.refunds().getFirst();
        refund.goTo(RefundMeans.picked(partly.account(), refund, "card", "Visa"));
        DueRefunds.revise(partly.account(), aggregate);
        assertThat(PayingGuard.check(partly.account(), aggregate, refund))
                .isInstanceOfSatisfying(PayingAnswer.Held.class, held -> {
                    assertThat(held.as()).isEqualTo(Hold.PERSON);
                    assertThat(held.why()).contains("nobody told how much");
                });
    }

    /** The order as it is told after that. */
    private OrderAccount withOutside(
            OrderMoney.Outside.Kind kind, @Nullable UUID line, int units, String amount, String tender) {
        var now = life.account();
        var money = now.money();
        return new OrderAccount(
                new OrderMoney(
                        money.currency(),
                        money.taxOnTop(),
                        money.reconciles(),
                        money.unpaid(),
                        money.shipping(),
                        money.shippingTax(),
                        money.total(),
                        money.captured(),
                        List.of(new OrderMoney.Outside(kind, line, units, eur(amount), tender)),
                        money.lines(),
                        money.tenders()),
                now.refunds(),
                now.terms());
    }

    private UUID line(int number) {
        return life.order().lines().get(number).id().value();
    }

    private Reimbursement only() {
        assertThat(life.refunds()).hasSize(1);
        return life.refunds().getFirst();
    }

    private List<String> shares() {
        return only().waterfall().tenders().stream()
                .map(share -> share.label() + " " + share.amount())
                .toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
