package app.retour.returns.waterfall;

import static app.retour.returns.settings.OutboundShippingPolicy.ALWAYS;
import static app.retour.returns.settings.OutboundShippingPolicy.DEFECT;
import static app.retour.returns.settings.OutboundShippingPolicy.FULL_RETURN;
import static app.retour.returns.waterfall.WaterfallLineKind.CEILING;
import static app.retour.returns.waterfall.WaterfallLineKind.NOT_PAID;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.refunds.LivingOrder;
import app.retour.returns.refunds.SoldOrders;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shipping, tax, tips, gift cards and payments: what of an order's total comes back with its goods. */
class WhatAnOrderIsMadeOfTests {
    @Test
    void shippingThatIsKeptKeepsItsTax() {
        var order = AnOrder.inEuros().taxOnTop().line(1, "40.00", "2.40").shipping("6.00", "0.36");
        assertThat(AReturnInParts.of(order).item(1).comes(1).total()).isEqualTo("42.40");
    }

    @Test
    void shippingComesBackWithItsTax() {
        var order = AnOrder.inEuros().taxOnTop().line(1, "20.00", "4.20").shipping("6.00", "1.26");
        var all = AReturnInParts.of(order).shipping(FULL_RETURN).item(1).comes(1);
        assertThat(all.total()).isEqualTo("31.46");
        assertThat(all.lines())
                .containsExactly("ITEM 20.00", "TAX 4.20", "OUTBOUND_SHIPPING 6.00", "SHIPPING_TAX 1.26");
    }

    @Test
    void aDiscountAndTaxedShippingComeBackToTheCent() {
        var order = AnOrder.inEuros().taxOnTop().line(2, "16.00", "1.60").shipping("15.00", "1.15");
        var parts = AReturnInParts.of(order).shipping(FULL_RETURN).item(1);
        assertThat(parts.comes(1).comes(1).total()).isEqualTo("33.75");
    }

    @Test
    void linePriceAndTaxAreSharedAsOne() {
        var order = AnOrder.inEuros().taxOnTop().line(2, "88961.77", "17792.35");
        assertThat(AReturnInParts.of(order).item(1).comes(1).comes(1).amounts())
                .containsExactly("53377.06", "53377.06");
    }

    @Test
    void includedTaxIsToldAndChangesNothing() {
        var order = AnOrder.inEuros().line(2, "119.00", "19.00").shipping("11.90", "1.90");
        var parts = AReturnInParts.of(order).shipping(ALWAYS).item(1).comes(1).comes(1);
        assertThat(parts.lines()).containsExactly("ITEM 59.50", "OUTBOUND_SHIPPING 11.90", "ITEM 59.50");
        assertThat(parts.refunds().getFirst().waterfall().lines())
                .extracting(line -> line.includedTax() + " at " + line.taxRate())
                .containsExactly("€9.50 at 19", "€1.90 at 19");
    }

    @Test
    void aRateIsTheShopsOwnOrTheSimplestThatGivesTheSameCents() {
        assertThat(rate(AnOrder.inEuros().taxOnTop().line(1, "19.99", "1.40", "7.0")))
                .isEqualTo("7.0");
        assertThat(rate(AnOrder.inEuros().taxOnTop().line(1, "19.99", "1.40"))).isEqualTo("7");
        assertThat(rate(AnOrder.inEuros().taxOnTop().line(1, "199.99", "11.00")))
                .isEqualTo("5.5");
        assertThat(rate(AnOrder.inEuros().line(1, "1.00", "0.00"))).isEqualTo("null");
    }

    private static String rate(AnOrder order) {
        return String.valueOf(AReturnInParts.of(order)
                .item(1)
                .comes(1)
                .last()
                .waterfall()
                .lines()
                .getFirst()
                .taxRate());
    }

    @Test
    void aTipAPaymentFeeRoundingAndDutiesStayWhereTheyAreAndDisturbNothing() {
        var tipped = AnOrder.inEuros().taxOnTop().line(1, "120.00", "9.60").extras("6.00");
        assertThat(AReturnInParts.of(tipped).item(1).comes(1).total()).isEqualTo("129.60");
        var fee = AReturnInParts.of(AnOrder.inEuros().line(1, "40.00").extras("2.95"))
                .item(1)
                .comes(1);
        assertThat(fee.total()).isEqualTo("40.00");
        assertThat(fee.last().needsPersonBecause()).isNull();
        var rounded = AReturnInParts.of(AnOrder.in("CHF").line(1, "19.98").extras("0.02"))
                .item(1)
                .comes(1);
        assertThat(rounded.total()).isEqualTo("19.98");
    }

    @Test
    void aGiftCardBoughtAlongLeavesAReturnFull() {
        var order = AnOrder.inEuros().line(1, "50.00").giftCard("50.00").shipping("5.00");
        assertThat(AReturnInParts.of(order)
                        .shipping(FULL_RETURN)
                        .item(1)
                        .comes(1)
                        .total())
                .isEqualTo("55.00");
    }

    @Test
    void aFreeGiftThatCameBackWithAnotherReturnMakesThisOneFull() {
        var shipped = Money.of("5.00", "EUR");
        var goods = List.of(SoldOrders.line(1, Money.of("50.00", "EUR")), SoldOrders.line(1, Money.of("0.00", "EUR")));
        var order = SoldOrders.paid("EUR", goods.get(0), goods.get(1));
        var life = new LivingOrder(SoldOrders.shipped(order, shipped)).withShipping(FULL_RETURN);
        life.comesBack(life.approved(LivingOrder.Requested.of(1, 1, RefundMoment.RECEIPT)), 1);
        assertThat(life.refunds()).isEmpty();
        life.comesBack(life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.RECEIPT)), 1);
        assertThat(life.refunds())
                .singleElement()
                .extracting(refund -> refund.amount().toString())
                .isEqualTo("€55.00");
    }

    @Test
    void whatTheShopGaveBackItselfIsPartOfAFullReturn() {
        var order = AnOrder.inEuros().line(1, "10.00").line(2, "20.00").shipping("5.00");
        var alone = AReturnInParts.of(order).shipping(FULL_RETURN).item(1).comes(1);
        assertThat(alone.total()).isEqualTo("10.00");
        order.outsideGoods(2, 2, "20.00");
        var last = AReturnInParts.of(order).shipping(FULL_RETURN).item(1).comes(1);
        assertThat(last.total()).isEqualTo("15.00");
    }

    @Test
    void shippingComesBackOncePerOrder() {
        var first = AReturnInParts.of(AnOrder.inEuros()
                        .line(1, "10.00")
                        .line(1, "10.00")
                        .line(1, "10.00")
                        .shipping("5.00"))
                .shipping(DEFECT)
                .item(1, new Fee.Waived(), null, ReasonGroup.DEFECT);
        assertThat(first.comes(1).total()).isEqualTo("15.00");
        assertThat(first.another()
                        .item(2, new Fee.Waived(), null, ReasonGroup.DEFECT)
                        .comes(1)
                        .total())
                .isEqualTo("10.00");
    }

    @Test
    void noMoreThanWasCapturedComesBackAndTheRestLowersTheBill() {
        var partly = AReturnInParts.of(
                        AnOrder.inEuros().line(1, "5.00").captured("1.23").cardPaid("1.23"))
                .item(1)
                .comes(1);
        assertThat(partly.total()).isEqualTo("1.23");
        assertThat(partly.sumOf(NOT_PAID)).isEqualTo("-3.77");
        assertThat(partly.last().lowersBill().toString()).isEqualTo("€3.77");
        assertThat(partly.last().waterfall().tenders())
                .extracting(share -> share.amount().toString())
                .containsExactly("€1.23");
    }

    @Test
    void whatIsNotPaidAtAllLowersTheBill() {
        var unpaid = AReturnInParts.of(AnOrder.inEuros().line(1, "5.00").unpaid())
                .item(1)
                .comes(1);
        assertThat(unpaid.total()).isEqualTo("5.00");
        assertThat(unpaid.last().needsPersonBecause()).contains("lower the bill");
    }

    @Test
    void whatNobodyKnowsToBeCapturedNeedsAPerson() {
        var order = AnOrder.inEuros().line(1, "5.00").bought();
        var unknown = new OrderMoney(
                order.currency(),
                order.taxOnTop(),
                true,
                false,
                order.shipping(),
                order.shippingTax(),
                order.total(),
                null,
                order.outside(),
                order.lines(),
                order.tenders());
        assertThat(AReturnInParts.of(unknown).item(1).comes(1).last().needsPersonBecause())
                .contains("how much of the order is paid");
    }

    @Test
    void anOrderOfNothingGivesNothing() {
        var free = AReturnInParts.of(AnOrder.inEuros().line(3, "0.00")).item(1).comes(3);
        assertThat(free.amounts()).isEmpty();
        assertThat(free.last().needsPersonBecause()).isNull();
    }

    @Test
    void unitsThatACanceledReturnHadComeBackWithTheNext() {
        var order = AnOrder.inEuros().line(3, "10.00").bought();
        var first = AReturnInParts.of(order).item(1).comes(1);
        var second = first.another().item(1).comes(1);
        first.cancel();
        var third = second.another().item(1).comes(2);
        assertThat(first.totalOfOrder()).isEqualTo("10.00");
        assertThat(third.total()).isEqualTo("6.67");
    }

    @Test
    void aCeilingThatRoseGivesWhatItHeldBack() {
        var order = AnOrder.inEuros().line(1, "10.00").line(1, "10.00");
        var before = order.captured("6.00").bought();
        var first = AReturnInParts.of(before).item(1).comes(1);
        assertThat(first.total()).isEqualTo("6.00");
        var refundables = IntStream.of(0, 1)
                .mapToObj(i -> new RefundableItem(
                        i == 0 ? first.itemIds().getFirst() : AnOrder.line(9),
                        AnOrder.line(i + 1),
                        "Thing",
                        1,
                        1,
                        new TakenFee.Nothing(),
                        null,
                        ReasonGroup.OTHER))
                .toList();
        var then = RefundCalculation.of(
                order.captured("20.00").bought(),
                first.earlier(),
                refundables,
                new RefundCalculation.Terms(null, OutboundShippingPolicy.NEVER, Map.of()));
        assertThat(then.waterfall().total().toString()).isEqualTo("€14.00");
        assertThat(then.waterfall().lines())
                .filteredOn(line -> line.kind() == NOT_PAID || line.kind() == CEILING)
                .extracting(line -> line.amount().toString())
                .containsExactly("€4.00");
    }
}
