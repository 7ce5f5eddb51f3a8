package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a refund is cut, and what asks a person. */
class LimitsOfARefundTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final EarlierRefunds NONE = AnOrder.nothingBefore(EURO);

    private static Money euros(long amount) {
        return Money.ofMinorUnits(amount * 100, EURO);
    }

    private static String cut(OrderMoney order, EarlierRefunds earlier, long due) {
        var limits = RefundLimits.of(order, earlier, euros(due));
        assertThat(limits.total()
                        .plus(limits.lowersBill())
                        .plus(limits.ceiling())
                        .minus(limits.excess()))
                .as("nothing is lost")
                .isEqualTo(euros(due));
        return "%s, bill %s, ceiling %s, excess %s"
                .formatted(limits.total(), limits.lowersBill(), limits.ceiling(), limits.excess());
    }

    private static EarlierRefunds before(WaterfallLineKind kind, long amount, long total) {
        var line = new Waterfall.Line(kind, "", euros(amount), null);
        return new EarlierRefunds(
                EURO,
                List.of(new EarlierRefunds.Given(List.of(), new Waterfall(List.of(line), euros(total), List.of()))),
                List.of(),
                List.of());
    }

    @Test
    void whatWasCapturedComesBackAndNoMore() {
        var order = AnOrder.inEuros().line(1, "100.00").bought();
        assertThat(cut(order, NONE, 100)).isEqualTo("€100.00, bill €0.00, ceiling €0.00, excess €0.00");
        assertThat(cut(order, NONE, 120)).isEqualTo("€100.00, bill €0.00, ceiling €20.00, excess €0.00");
        assertThat(cut(order, NONE, 0)).isEqualTo("€0.00, bill €0.00, ceiling €0.00, excess €0.00");
    }

    @Test
    void whatIsNotPaidLowersTheBillBeforeItIsLost() {
        var partly = AnOrder.inEuros().line(1, "100.00").captured("60.00").bought();
        assertThat(cut(partly, NONE, 90)).isEqualTo("€60.00, bill €30.00, ceiling €0.00, excess €0.00");
        assertThat(cut(partly, NONE, 110)).isEqualTo("€60.00, bill €40.00, ceiling €10.00, excess €0.00");
        var others = new EarlierRefunds(
                EURO,
                List.of(),
                List.of(),
                before(WaterfallLineKind.NOT_PAID, -30, 0).ofThisReturn());
        assertThat(cut(partly, others, 110))
                .as("another return lowered it before")
                .isEqualTo("€60.00, bill €10.00, ceiling €40.00, excess €0.00");
    }

    @Test
    void moreThanIsOwedIsChargedToNobody() {
        var order = AnOrder.inEuros().line(1, "100.00").bought();
        assertThat(cut(order, NONE, -15)).isEqualTo("€0.00, bill €0.00, ceiling €0.00, excess €15.00");
        assertThat(cut(order, before(WaterfallLineKind.NOT_CHARGED, 15, 0), 10))
                .as("made up for before anything is given")
                .isEqualTo("€0.00, bill €0.00, ceiling €0.00, excess -€10.00");
    }

    @Test
    void whatWasCutBeforeIsOwedOnceThereIsRoom() {
        var order = AnOrder.inEuros().line(1, "100.00").bought();
        assertThat(cut(order, before(WaterfallLineKind.CEILING, -20, 30), 10))
                .isEqualTo("€30.00, bill €0.00, ceiling -€20.00, excess €0.00");
        assertThat(cut(order, before(WaterfallLineKind.CEILING, -20, 95), 10))
                .as("room for five more")
                .isEqualTo("€5.00, bill €0.00, ceiling €5.00, excess €0.00");
    }

    private static RefundableItem claim(int line, int units, ReasonGroup reason) {
        return new RefundableItem(
                UUID.randomUUID(),
                AnOrder.line(line),
                "Thing " + line,
                units,
                units,
                new TakenFee.Nothing(),
                null,
                reason);
    }

    private static @Nullable String person(OrderMoney order, RefundableItem... claims) {
        return RefundCalculation.of(
                        order,
                        NONE,
                        List.of(claims),
                        new RefundCalculation.Terms(null, OutboundShippingPolicy.NEVER, Map.of()))
                .needsPersonBecause();
    }

    private static OrderMoney with(
            OrderMoney of, @Nullable Boolean taxOnTop, boolean reconciles, @Nullable Money captured) {
        return new OrderMoney(
                of.currency(),
                taxOnTop,
                reconciles,
                of.unpaid(),
                of.shipping(),
                of.shippingTax(),
                of.total(),
                captured,
                of.outside(),
                of.lines(),
                of.tenders());
    }

    @Test
    void whateverIsDoubtfulOfAnOrderAsksAPersonAndNothingElseDoes() {
        var order = AnOrder.inEuros()
                .line(1, "20.00", "3.00")
                .shipping("5.00", "1.00")
                .bought();
        var claim = claim(1, 1, ReasonGroup.SIZE);
        assertThat(person(order, claim)).isNull();
        assertThat(person(with(order, false, false, order.captured()), claim)).contains("sums do not agree");
        assertThat(person(with(order, false, true, null), claim))
                .contains("Nobody knows how much of the order is paid");
        assertThat(person(with(order, null, true, order.captured()), claim)).contains("include tax");
        var goodsTaxed =
                AnOrder.inEuros().line(1, "20.00", "3.00").shipping("5.00").bought();
        assertThat(person(with(goodsTaxed, null, true, goodsTaxed.captured()), claim))
                .contains("include tax");
        var untaxed = AnOrder.inEuros().line(1, "20.00").shipping("5.00").bought();
        assertThat(person(with(untaxed, null, true, untaxed.captured()), claim)).isNull();
        var shippingTaxed =
                AnOrder.inEuros().line(1, "20.00").shipping("5.00", "1.00").bought();
        assertThat(person(with(shippingTaxed, null, true, shippingTaxed.captured()), claim))
                .contains("include tax");
    }

    @Test
    void goodsThatTheShopGaveBackItselfAskAPersonForNewUnitsAlone() {
        var order = AnOrder.inEuros()
                .line(2, "20.00")
                .line(1, "9.00")
                .outsideGoods(1, 1, "10.00")
                .bought();
        assertThat(person(order, claim(1, 1, ReasonGroup.SIZE)))
                .isEqualTo("The shop gave back €10.00 for “Thing 1” itself; make sure that these are other units");
        assertThat(person(order, claim(2, 1, ReasonGroup.SIZE))).isNull();
        assertThat(person(order, claim(1, 0, ReasonGroup.SIZE), claim(2, 1, ReasonGroup.SIZE)))
                .as("nothing of it came")
                .isNull();
    }

    @Test
    void aLineThatTheOrderLacksIsNotReckoned() {
        var order = AnOrder.inEuros().line(1, "20.00").bought();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> person(order, claim(9, 1, ReasonGroup.SIZE)))
                .withMessageContaining("The order has no line");
    }

    @Test
    void ceilingsOfAnOrder() {
        var order = AnOrder.inEuros().line(1, "100.00");
        assertThat(Arrays.asList(
                        order.bought().ceiling(),
                        order.captured("60.00").bought().ceiling(),
                        order.captured("60.00").bought().open(),
                        order.captured("160.00").bought().ceiling(),
                        order.unpaid().bought().ceiling()))
                .containsExactly(euros(100), euros(60), euros(40), euros(100), euros(100));
    }
}
