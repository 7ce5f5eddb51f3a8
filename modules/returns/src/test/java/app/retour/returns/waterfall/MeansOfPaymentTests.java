package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To which means money goes back: gift cards and credit first, each up to what it paid, and to nobody on a guess. */
class MeansOfPaymentTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final EarlierRefunds NONE = AnOrder.nothingBefore(EURO);

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    private static OrderMoney paidBy(OrderMoney of, OrderMoney.Tender... tenders) {
        return new OrderMoney(
                of.currency(),
                of.taxOnTop(),
                of.reconciles(),
                of.unpaid(),
                of.shipping(),
                of.shippingTax(),
                of.total(),
                of.captured(),
                of.outside(),
                of.lines(),
                List.of(tenders));
    }

    private static OrderMoney.Tender tender(String id, boolean credit, boolean known, @Nullable String amount) {
        return new OrderMoney.Tender(id, id, credit, known, amount == null ? null : euros(amount));
    }

    private static AnOrder order() {
        return AnOrder.inEuros().line(1, "100.00");
    }

    private static String said(TenderOrder split) {
        return split.needsPersonBecause() != null
                ? split.needsPersonBecause()
                : split.shares().stream()
                        .map(share -> share.label() + " " + share.amount())
                        .collect(Collectors.joining(", "));
    }

    private static String split(OrderMoney order, String amount) {
        return said(TenderOrder.split(order, NONE, euros(amount)));
    }

    @Test
    void creditGoesFirstInTheOrderToldAndThenTheRest() {
        var order = paidBy(
                order().bought(),
                tender("card", false, true, "50.00"),
                tender("gift", true, true, "30.00"),
                tender("credit", true, true, "20.00"));
        assertThat(split(order, "10.00")).isEqualTo("gift €10.00");
        assertThat(split(order, "30.00")).isEqualTo("gift €30.00");
        assertThat(split(order, "40.00")).isEqualTo("gift €30.00, credit €10.00");
        assertThat(split(order, "100.00")).isEqualTo("gift €30.00, credit €20.00, card €50.00");
    }

    @Test
    void ofNothingNothingGoesAnywhereAndNobodyIsAsked() {
        var order = paidBy(order().bought());
        assertThat(split(order, "0.00")).isEmpty();
        assertThat(split(order, "-1.00")).isEmpty();
    }

    @Test
    void aPersonIsAskedWhereNobodyKnows() {
        var order = order().bought();
        assertThat(split(paidBy(order), "1.00")).startsWith("Nobody knows how the order was paid");
        assertThat(split(paidBy(order, tender("x", false, false, "100.00")), "1.00"))
                .startsWith("Nobody knows how the order was paid");
        assertThat(split(paidBy(order, tender("card", false, true, null), tender("gift", true, true, "1.00")), "1.00"))
                .startsWith("Several means paid the order and nobody knows how much each");
        assertThat(split(paidBy(order, tender("card", false, true, "0.99")), "1.00"))
                .startsWith("The payments known are less than this refund");
    }

    @Test
    void whatTheShopGaveBackToAnUnknownMeansIsAskedForOnlyWhereThereAreSeveral() {
        var given = order().outside(OrderMoney.Outside.Kind.OTHER, null, 0, "5.00", null)
                .bought();
        assertThat(split(
                        paidBy(given, tender("card", false, true, "50.00"), tender("gift", true, true, "50.00")),
                        "1.00"))
                .startsWith("The shop refunded something itself, to an unknown means");
        var one = paidBy(given, tender("card", false, true, "100.00"));
        assertThat(split(one, "95.00")).isEqualTo("card €95.00");
        assertThat(split(one, "95.01")).startsWith("The payments known are less");
    }

    @Test
    void oneMeansWithoutAnAmountPaidAllThatWasCaptured() {
        var order = paidBy(order().captured("60.00").bought(), tender("card", false, true, null));
        assertThat(TenderOrder.room(order, NONE, order.tenders().getFirst())).isEqualTo(euros("60.00"));
    }

    @Test
    void roomIsLessWhatWentBackHereOrElsewhereAndNeverBelowNothing() {
        var order = order().giftCardPaid("30.00")
                .cardPaid("70.00")
                .outside(OrderMoney.Outside.Kind.OTHER, null, 0, "20.00", "card")
                .bought();
        var card = order.tenders().getLast();
        assertThat(TenderOrder.room(order, NONE, card)).isEqualTo(euros("50.00"));
        assertThat(TenderOrder.room(order, given("card", "15.00"), card)).isEqualTo(euros("35.00"));
        assertThat(TenderOrder.room(order, given("gift", "15.00"), card)).isEqualTo(euros("50.00"));
        assertThat(TenderOrder.room(order, given("card", "60.00"), card)).isEqualTo(euros("0.00"));
    }

    private static EarlierRefunds given(@Nullable String tender, String amount) {
        var waterfall = new Waterfall(
                List.of(), euros(amount), List.of(new Waterfall.TenderShare(tender, "Means", euros(amount))));
        return new EarlierRefunds(EURO, List.of(new EarlierRefunds.Given(List.of(), waterfall)), List.of(), List.of());
    }

    @Test
    void whatWentToAMeansByHandIsOfNoneOfTheOrders() {
        assertThat(given(null, "5.00").byTender()).isEmpty();
        assertThat(given("card", "5.00").byTender()).containsOnly(Map.entry("card", euros("5.00")));
    }

    @Property
    void sharesSumToTheAmountAndKeepWithinWhatEachPaid(
            @ForAll @IntRange(max = 50) int gift,
            @ForAll @IntRange(max = 50) int card,
            @ForAll @IntRange(max = 120) int amount) {
        var order = paidBy(
                order().bought(), tender("card", false, true, card + ".00"), tender("gift", true, true, gift + ".00"));
        var split = TenderOrder.split(order, NONE, euros(amount + ".00"));
        if (amount > gift + card) {
            assertThat(split.needsPersonBecause()).isNotNull();
            assertThat(split.shares()).isEmpty();
        } else {
            assertThat(Money.sum(
                            EURO,
                            split.shares().stream()
                                    .map(Waterfall.TenderShare::amount)
                                    .toList()))
                    .isEqualTo(euros(amount + ".00"));
            assertThat(split.shares()).noneMatch(share -> !share.amount().isPositive());
        }
    }
}
