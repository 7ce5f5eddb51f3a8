package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.settings.ReasonGroup;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a refund is cut, when the outbound shipping comes with it, and what asks a person. */
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

    private static RefundClaim claim(int line, int units, ReasonGroup reason) {
        return new RefundClaim(
                UUID.randomUUID(),
                AnOrder.line(line),
                "Thing " + line,
                units,
                units,
                new TakenFee.Nothing(),
                null,
                reason);
    }

    private static boolean isOwed(
            OutboundShippingPolicy policy, OrderMoney order, Map<UUID, Integer> worthless, RefundClaim... claims) {
        return OutboundShippingRefund.isOwed(
                new RefundCalculation.Terms(null, policy, worthless), order, NONE, List.of(claims));
    }

    @ParameterizedTest(name = "{0} for {2} units of 2, {1}: {3}")
    @CsvSource({
        "NEVER, DEFECT, 2, false",
        "ALWAYS, SIZE, 1, true",
        "ALWAYS, SIZE, 0, false",
        "DEFECT, DEFECT, 1, true",
        "DEFECT, WRONG_ITEM, 1, true",
        "DEFECT, DAMAGED_IN_TRANSIT, 1, true",
        "DEFECT, SIZE, 2, false",
        "DEFECT, DEFECT, 0, false",
        "FULL_RETURN, SIZE, 2, true",
        "FULL_RETURN, SIZE, 1, false",
    })
    void shippingComesBackAsTheMerchantSays(
            OutboundShippingPolicy policy, ReasonGroup reason, int units, boolean owed) {
        var order = AnOrder.inEuros().line(2, "20.00").shipping("5.00").bought();
        assertThat(isOwed(policy, order, Map.of(), claim(1, units, reason))).isEqualTo(owed);
    }

    @Test
    void aReturnIsFullWithWhatCameBackOtherwise() {
        var order = AnOrder.inEuros()
                .line(2, "20.00")
                .line(1, "5.00")
                .giftCard("50.00")
                .shipping("5.00");
        var claims = claim(1, 1, ReasonGroup.SIZE);
        assertThat(isOwed(OutboundShippingPolicy.FULL_RETURN, order.bought(), Map.of(), claims))
                .isFalse();
        assertThat(isOwed(
                        OutboundShippingPolicy.FULL_RETURN,
                        order.bought(),
                        Map.of(AnOrder.line(1), 1, AnOrder.line(2), 1),
                        claims))
                .isTrue();
        assertThat(isOwed(
                        OutboundShippingPolicy.FULL_RETURN,
                        order.outsideGoods(1, 1, "10.00").bought(),
                        Map.of(AnOrder.line(2), 1),
                        claims))
                .isTrue();
    }

    @Test
    void shippingIsLessWhatWasGivenOfItAndItsTaxFollows() {
        var order = AnOrder.inEuros()
                .taxOnTop()
                .line(1, "20.00")
                .shipping("10.00", "2.00")
                .bought();
        assertThat(ShippingDue.of(order, NONE, true)).hasToString("Taxed[gross=€12.00, tax=€2.00]");
        assertThat(ShippingDue.of(order, NONE, false)).hasToString("Taxed[gross=€0.00, tax=€0.00]");
        var some = before(WaterfallLineKind.OUTBOUND_SHIPPING, 6, 6);
        assertThat(ShippingDue.of(order, some, true)).hasToString("Taxed[gross=€6.00, tax=€1.00]");
        var all = before(WaterfallLineKind.OUTBOUND_SHIPPING, 13, 13);
        assertThat(ShippingDue.left(order, all)).isEqualTo(euros(-1));
        assertThat(ShippingDue.of(order, all, true).gross().isZero()).isTrue();
        assertThat(ShippingDue.isShipping(new Waterfall.Line(WaterfallLineKind.SHIPPING_TAX, "", euros(1), null)))
                .isTrue();
        assertThat(ShippingDue.isShipping(new Waterfall.Line(WaterfallLineKind.TAX, "", euros(1), null)))
                .isFalse();
    }

    @Property
    void partsOfTheShippingHaveAllItsTaxBetweenThem(@ForAll @IntRange(min = 1, max = 11) int first) {
        var order = AnOrder.inEuros()
                .taxOnTop()
                .line(1, "20.00")
                .shipping("10.00", "1.99")
                .bought();
        var part = ShippingDue.part(order, NONE, euros(first));
        var rest = ShippingDue.part(
                order,
                before(WaterfallLineKind.OUTBOUND_SHIPPING, first, first),
                order.grossShipping().gross().minus(euros(first)));
        assertThat(part.plus(rest)).isEqualTo(order.grossShipping());
    }

    private static @Nullable String person(OrderMoney order, RefundClaim... claims) {
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
