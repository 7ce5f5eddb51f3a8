package app.retour.returns.waterfall;

import static app.retour.returns.waterfall.AReturnInParts.percent;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RefundToTheCentTests {
    /** The shares of units are those that allocating the line over its units gives. */
    @Property(tries = 500)
    void theFirstUnitsHaveTheFirstParts(
            @ForAll @LongRange(min = -10_000, max = 10_000) long cents,
            @ForAll @IntRange(min = 1, max = 30) int units,
            @ForAll @IntRange(min = 0, max = 40) int count) {
        var whole = Money.ofMinorUnits(cents, Currency.getInstance("EUR"));
        var parts = whole.allocate(Collections.nCopies(units, BigDecimal.ONE));
        assertThat(new UnitShares(whole, units).ofFirst(count))
                .isEqualTo(Money.sum(whole.currency(), parts.subList(0, Math.min(count, units))));
    }

    @Test
    void threeUnitsOfTenEurosComeBackAsThreeDifferentParts() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(3, "10.00")).item(1);
        assertThat(parts.comes(1).comes(1).comes(1).amounts()).containsExactly("3.34", "3.33", "3.33");
    }

    @Test
    void yenHaveNoCentsAndDinarsHaveThree() {
        assertThat(AReturnInParts.of(AnOrder.in("JPY").line(3, "1000"))
                        .item(1)
                        .comes(1)
                        .total())
                .isEqualTo("334");
        assertThat(AReturnInParts.of(AnOrder.in("KWD").line(3, "10.000"))
                        .item(1)
                        .comes(2)
                        .total())
                .isEqualTo("6.667");
    }

    @Test
    void theGiftCardIsPaidBackFirstAndAFeeIsALineOfItsOwn() {
        var order = AnOrder.inEuros()
                .line(2, "60.00", "9.58")
                .shipping("4.90")
                .cardPaid("44.90")
                .giftCardPaid("20.00");
        var one = AReturnInParts.of(order)
                .shipping(OutboundShippingPolicy.ALWAYS)
                .item(1, percent("10", Fee.Per.ITEM))
                .comes(1);
        assertThat(one.lines()).containsExactly("ITEM 30.00", "RESTOCKING_FEE -3.00", "OUTBOUND_SHIPPING 4.90");
        assertThat(one.last().waterfall().tenders())
                .extracting(share -> share.label() + " " + share.amount())
                .containsExactly("Gift card €20.00", "Visa €11.90");
    }

    @Test
    void whatDoesNotReconcileOrIsNotPaidNeedsAPerson() {
        var order = AnOrder.inEuros().line(1, "10.00").bought();
        assertThat(person(order, false, order.tenders())).contains("do not agree");
        assertThat(person(order, true, List.of())).contains("how the order was paid");
    }

    private static String person(OrderMoney order, boolean reconciles, List<OrderMoney.Tender> tenders) {
        var other = new OrderMoney(
                order.currency(),
                order.taxOnTop(),
                reconciles,
                order.unpaid(),
                order.shipping(),
                order.shippingTax(),
                order.total(),
                order.captured(),
                order.outside(),
                order.lines(),
                tenders);
        return String.valueOf(AReturnInParts.of(other).item(1).comes(1).last().needsPersonBecause());
    }
}
