package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the outbound shipping comes back with a return, once, with its tax. */
class OutboundShippingTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final EarlierRefunds NONE = AnOrder.nothingBefore(EURO);

    private static Money euros(long amount) {
        return Money.ofMinorUnits(amount * 100, EURO);
    }

    private static EarlierRefunds before(WaterfallLineKind kind, long amount, long total) {
        var line = new Waterfall.Line(kind, "", euros(amount), null);
        return new EarlierRefunds(
                EURO,
                List.of(new EarlierRefunds.Given(List.of(), new Waterfall(List.of(line), euros(total), List.of()))),
                List.of(),
                List.of());
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

    private static boolean isOwed(
            OutboundShippingPolicy policy, OrderMoney order, Map<UUID, Integer> worthless, RefundableItem... claims) {
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
}
