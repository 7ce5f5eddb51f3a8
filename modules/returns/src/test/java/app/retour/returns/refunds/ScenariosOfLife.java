package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.Actor;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.events.RefundState;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.DecisionRecord;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.status.Headline;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.Disposition;
import app.retour.rules.policy.RefundMoment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Scenarios about what may happen to a return and its refunds, lived on the real entities. */
public final class ScenariosOfLife {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private ScenariosOfLife() {}

    public static Map<String, Executable> all() {
        var all = new LinkedHashMap<String, Executable>();
        all.put("D17", ScenariosOfLife::whatArrivesOfACanceledReturnIsReceivedAndPaidForNotAtAll);
        all.put("D21", ScenariosOfLife::whatNobodyApprovedIsReceivedAndNotPaidFor);
        all.put("D23", ScenariosOfLife::whatAPersonApprovesAfterItCameWaitsForItsInspection);
        all.put("D37", ScenariosOfLife::whatTheGatewayRefusesSaysWhyAndCanBeTriedAgain);
        all.put("D43", ScenariosOfLife::aReturnIsDoneWhenAllThatWasAcceptedIsPaid);
        all.put("M15", ScenariosOfLife::whatComesBeyondWhatWasAnnouncedIsNotPaidFor);
        all.put("M21", ScenariosOfLife::aReturnIsReceivedInPartsAndThenWhole);
        all.put("P15", ScenariosOfLife::nobodyTakesMoreThanThereIs);
        all.put("A21", ScenariosOfLife::whatIsPaidIsNotPaidAgain);
        all.put("R7", ScenariosOfLife::whatEndedIsNotApproved);
        all.put("R9", ScenariosOfLife::goodsThatNobodyCanSellAreReceivedAndMayBeRefused);
        all.put("R11", ScenariosOfLife::whatNobodyApprovedIsReceivedAndNotPaidFor);
        all.put("R13", ScenariosOfLife::aRefundGoesToTheOrdersOwnMeansOnly);
        all.put("R21", ScenariosOfLife::whatTheGatewayRefusesSaysWhyAndCanBeTriedAgain);
        all.put("R23", ScenariosOfLife::twoRefundsOfOnePaymentNeverExceedIt);
        all.put("O3", ScenariosOfLife::aReturnIsTakenBackUntilSomethingCame);
        all.put("O7", ScenariosOfLife::whatIsRefusedAndSentBackMayBeReturnedAgain);
        return all;
    }

    private static LivingOrder of(int units, String each) {
        var one = Money.of(each, "EUR");
        return new LivingOrder(SoldOrders.paid("EUR", SoldOrders.line(units, one.times(units))));
    }

    private static LivingOrder.Requested requested(int units) {
        return LivingOrder.Requested.of(0, units, RefundMoment.INSPECTION);
    }

    private static void whatArrivesOfACanceledReturnIsReceivedAndPaidForNotAtAll() {
        var life = of(1, "10.00");
        var aggregate = life.approved(requested(1));
        life.withdraws(aggregate);
        life.receives(aggregate, true, 1);
        assertThat(aggregate.received()).isEqualTo(1);
        assertThat(life.refunds()).isEmpty();
    }

    private static void whatNobodyApprovedIsReceivedAndNotPaidFor() {
        var life = of(1, "10.00");
        var aggregate = life.asked(requested(1));
        life.comesBack(aggregate, 1);
        assertThat(aggregate.received()).isEqualTo(1);
        assertThat(life.refunds()).isEmpty();
    }

    private static void whatAPersonApprovesAfterItCameWaitsForItsInspection() {
        var life = of(1, "10.00");
        var aggregate = life.asked(requested(1));
        var counted = life.receives(aggregate, true, 1);
        life.decide(aggregate, aggregate.items(), ItemDecision.APPROVED);
        assertThat(life.refunds()).isEmpty();
        life.grades(aggregate, counted, 0, 1, 0, Disposition.RESTOCKED);
        assertThat(life.refunds())
                .singleElement()
                .extracting(refund -> refund.amount().toString())
                .isEqualTo("€10.00");
    }

    private static Reimbursement due(LivingOrder life, int units) {
        life.comesBack(life.approved(requested(units)), units);
        return life.refunds().getLast();
    }

    private static void whatTheGatewayRefusesSaysWhyAndCanBeTriedAgain() {
        var refund = due(of(1, "10.00"), 1);
        refund.ask(null, NOW);
        refund.payment().failed("card closed");
        assertThat(refund.state()).isEqualTo(RefundState.FAILED);
        assertThat(refund.snapshot().failure()).isEqualTo("card closed");
        refund.payment().dueAgain();
        assertThat(refund.state()).isEqualTo(RefundState.DUE);
    }

    private static void aReturnIsDoneWhenAllThatWasAcceptedIsPaid() {
        var life = of(2, "10.00");
        var aggregate = life.approved(requested(2));
        var counted = life.receives(aggregate, true, 2);
        life.grades(aggregate, counted, 0, 1, 1, Disposition.SCRAPPED);
        assertThat(aggregate.headline()).isNotEqualTo(Headline.REFUNDED);
        pay(life.refunds().getFirst());
        assertThat(aggregate.headline()).isEqualTo(Headline.REFUNDED);
        var rejected = of(1, "10.00");
        var nothing = rejected.asked(requested(1));
        rejected.decide(nothing, nothing.items(), ItemDecision.REJECTED);
        assertThat(nothing.headline()).isEqualTo(Headline.REJECTED);
    }

    private static void pay(Reimbursement refund) {
        refund.ask(null, NOW);
        refund.payment().issued("tx", NOW);
    }

    private static void whatComesBeyondWhatWasAnnouncedIsNotPaidFor() {
        var life = of(3, "10.00");
        life.comesBack(life.approved(requested(2)), 3);
        assertThat(life.refunds())
                .singleElement()
                .extracting(refund -> refund.amount().toString())
                .isEqualTo("€20.00");
    }

    private static void aReturnIsReceivedInPartsAndThenWhole() {
        var life = new LivingOrder(SoldOrders.paid(
                "EUR",
                SoldOrders.line(1, Money.of("10.00", "EUR")),
                SoldOrders.line(2, Money.of("20.00", "EUR")),
                SoldOrders.line(1, Money.of("10.00", "EUR"))));
        var aggregate = life.approved(
                requested(1),
                LivingOrder.Requested.of(1, 2, RefundMoment.INSPECTION),
                LivingOrder.Requested.of(2, 1, RefundMoment.INSPECTION));
        life.receives(aggregate, true, 1, 1, 0);
        assertThat(aggregate.headline()).isEqualTo(Headline.PARTLY_RECEIVED);
        life.receives(aggregate, true, 0, 1, 1);
        assertThat(aggregate.headline()).isEqualTo(Headline.RECEIVED);
        assertThat(aggregate.received()).isEqualTo(4);
    }

    private static void nobodyTakesMoreThanThereIs() {
        var life = of(1, "2.00");
        var refund = due(life, 1);
        assertThatThrownBy(() -> Adjustment.make(life.account(), refund, Money.of("-2.50", "EUR"), "worn"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains("amount"));
    }

    private static void whatIsPaidIsNotPaidAgain() {
        var refund = due(of(1, "10.00"), 1);
        refund.ask(null, NOW);
        assertThatThrownBy(() -> refund.ask(null, NOW)).isInstanceOf(Refusal.class);
        refund.payment().issued("tx", NOW);
        assertThatThrownBy(() -> refund.ask(null, NOW)).isInstanceOf(Refusal.class);
    }

    private static void whatEndedIsNotApproved() {
        var life = of(1, "10.00");
        var aggregate = life.approved(requested(1));
        life.withdraws(aggregate);
        var approved = new DecisionRecord(ItemDecision.APPROVED, Actor.Kind.STAFF, NOW, null, null, null);
        assertThatThrownBy(() -> aggregate.items().getFirst().decide(approved)).isInstanceOf(Refusal.class);
    }

    private static void goodsThatNobodyCanSellAreReceivedAndMayBeRefused() {
        var life = of(1, "10.00");
        var aggregate = life.approved(requested(1));
        var counted = life.receives(aggregate, true, 1);
        life.grades(aggregate, counted, 0, 0, 1, Disposition.SCRAPPED);
        assertThat(aggregate.received()).isEqualTo(1);
        assertThat(life.refunds()).isEmpty();
    }

    private static void aRefundGoesToTheOrdersOwnMeansOnly() {
        var life = of(1, "10.00");
        var refund = due(life, 1);
        assertThatThrownBy(() -> RefundMeans.picked(life.account(), refund, "crypto", "Crypto"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Visa");
        assertThatThrownBy(() -> Adjustment.make(
                        life.account(), refund, new Money(BigDecimal.valueOf(9_990), eur(refund)), "more"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("€0.00");
    }

    private static Currency eur(Reimbursement refund) {
        return refund.amount().currency();
    }

    private static void twoRefundsOfOnePaymentNeverExceedIt() {
        var life = of(2, "10.00");
        var first = due(life, 1);
        var second = due(life, 1);
        assertThat(first.amount().plus(second.amount())).hasToString("€20.00");
        assertThatThrownBy(() -> Adjustment.make(life.account(), second, Money.of("0.01", "EUR"), "more"))
                .isInstanceOf(Refusal.class);
    }

    private static void aReturnIsTakenBackUntilSomethingCame() {
        var life = of(1, "10.00");
        assertThat(ToldOfAReturn.canCancel(life.asked(requested(1)))).isTrue();
        var other = of(1, "10.00");
        var aggregate = other.approved(requested(1));
        assertThat(ToldOfAReturn.canCancel(aggregate)).isTrue();
        other.receives(aggregate, true, 1);
        assertThat(ToldOfAReturn.canCancel(aggregate)).isFalse();
    }

    private static void whatIsRefusedAndSentBackMayBeReturnedAgain() {
        var life = of(1, "10.00");
        var aggregate = life.approved(requested(1));
        var counted = life.receives(aggregate, true, 1);
        life.grades(aggregate, counted, 0, 0, 1, Disposition.SENT_BACK);
        var line = life.order().lines().getFirst();
        assertThat(new ReturnableOrder(life.order(), life.items()).returnable(line))
                .isEqualTo(1);
    }
}
