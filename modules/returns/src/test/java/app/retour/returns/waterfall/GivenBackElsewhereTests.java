package app.retour.returns.waterfall;

import static app.retour.returns.settings.OutboundShippingPolicy.FULL_RETURN;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.OutsideRefund;
import app.retour.returns.refunds.SoldOrders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that the shop gave back itself: known by kind and line it is not given again, unexplained it asks a person. */
class GivenBackElsewhereTests {
    @Test
    void shippingThatTheShopGaveBackItselfIsNotGivenAgain() {
        var order = AnOrder.inEuros().line(1, "20.00").shipping("6.00").outsideShipping("6.00");
        var all = AReturnInParts.of(order).shipping(FULL_RETURN).item(1).comes(1);
        assertThat(all.total()).isEqualTo("20.00");
        assertThat(all.last().needsPersonBecause()).isNull();
    }

    @Test
    void aLineThatTheShopGaveBackItselfIsNotGivenAgain() {
        var order = AnOrder.inEuros().line(1, "20.00").line(1, "30.00").outsideGoods(1, 1, "20.00");
        var parts = AReturnInParts.of(order).item(1).item(2).comes(1, 0);
        assertThat(parts.amounts()).isEmpty();
        assertThat(parts.last().needsPersonBecause()).contains("€20.00 for “Thing 1”");
        assertThat(parts.comes(0, 1).total()).isEqualTo("30.00");
        assertThat(parts.last().needsPersonBecause()).contains("“Thing 1”");
    }

    @Test
    void otherUnitsOfALineThatTheShopGaveBackInPartNeedAPerson() {
        var order = AnOrder.inEuros().line(2, "40.00").outsideGoods(1, 1, "20.00");
        var one = AReturnInParts.of(order).item(1).comes(1);
        assertThat(one.total()).isEqualTo("20.00");
        assertThat(one.last().needsPersonBecause()).contains("make sure that these are other units");
        assertThat(one.comes(1).total()).isEqualTo("20.00");
    }

    @Test
    void aPriceCutThatTheShopGaveIsSpreadOverTheUnits() {
        var order = AnOrder.inEuros().line(2, "40.00").outsideGoods(1, 0, "5.00");
        assertThat(AReturnInParts.of(order).item(1).comes(1).comes(1).amounts()).containsExactly("17.50", "17.50");
    }

    @Test
    void anAmountThatTheShopDoesNotExplainAsksAPerson() {
        var order = AnOrder.inEuros().line(1, "20.00").line(1, "30.00").outsideUnexplained("12.00");
        var one = AReturnInParts.of(order).item(1).comes(1);
        assertThat(one.total()).isEqualTo("20.00");
        assertThat(one.last().needsPersonBecause()).contains("€12.00 itself and did not say what for");
    }

    @Test
    void whatTheShopGaveBackToOneMeansLowersThatOne() {
        var order = AnOrder.inEuros()
                .line(1, "60.00")
                .line(1, "40.00")
                .giftCardPaid("30.00")
                .cardPaid("70.00")
                .outside(OrderMoney.Outside.Kind.GOODS, AnOrder.line(1), 1, "60.00", "card");
        assertThat(AReturnInParts.of(order).item(2).comes(1).last().waterfall().tenders())
                .extracting(share -> share.label() + " " + share.amount())
                .containsExactly("Gift card €30.00", "Visa €10.00");
    }

    @Test
    void whatASourceToldOfItIsKnownByItsKind() {
        var line = SoldOrders.line(2, Money.of("40.00", "EUR"));
        var order = SoldOrders.refunded(
                SoldOrders.paid("EUR", line),
                Money.of("20.00", "EUR"),
                List.of(
                        new OutsideRefund("1", OutsideRefund.Kind.GOODS, line.id(), 1, Money.of("8.00", "EUR"), "card"),
                        new OutsideRefund("2", OutsideRefund.Kind.GOODS, null, null, Money.of("4.00", "EUR"), null),
                        new OutsideRefund("3", OutsideRefund.Kind.SHIPPING, null, null, Money.of("3.00", "EUR"), null),
                        new OutsideRefund("4", OutsideRefund.Kind.OTHER, null, null, Money.of("2.00", "EUR"), null)));
        var money = OrderMoney.of(order);
        assertThat(money.outsideOfLine(line.id().value()))
                .singleElement()
                .hasToString("Outside[kind=GOODS, line=%s, units=1, amount=€8.00, tender=card]"
                        .formatted(line.id().value()));
        assertThat(money.outside(OrderMoney.Outside.Kind.SHIPPING)).hasToString("€3.00");
        assertThat(money.outside(OrderMoney.Outside.Kind.OTHER)).hasToString("€2.00");
        // Goods of no line, and what nobody said anything of.
        assertThat(money.outside(OrderMoney.Outside.Kind.UNEXPLAINED)).hasToString("€7.00");
        assertThat(money.refundedOutside()).hasToString("€20.00");
    }
}
