package app.retour.returns.waterfall;

import static app.retour.returns.waterfall.AReturnInParts.percent;
import static app.retour.rules.policy.ReturnShipping.DEDUCTED;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.amounts.TaxMode;
import app.retour.returns.eligibility.ASale;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of a refund as staff and shopper read them: what each is for, and what it was cut by. */
class LinesOfAWaterfallTests {
    /** For example {@code "2 × Thing 1: €20.00"}. */
    private static List<String> said(AReturnInParts of) {
        return of.last().waterfall().lines().stream()
                .map(line -> line.text() + ": " + line.amount())
                .toList();
    }

    @Test
    void severalUnitsAreCountedAndOneIsNot() {
        var order = AnOrder.inEuros().line(3, "30.00").bought();
        assertThat(said(AReturnInParts.of(order).item(1).comes(1))).containsExactly("Thing 1: €10.00");
        assertThat(said(AReturnInParts.of(order).item(1).comes(2))).containsExactly("2 × Thing 1: €20.00");
    }

    @Test
    void goodsThatCostNothingAreALineAllTheSameAndWhatDidNotComeIsNone() {
        var order = AnOrder.inEuros().line(1, "0.00").line(1, "10.00");
        var both = AReturnInParts.of(order).item(1).item(2);
        assertThat(said(both.announced(1, 1).comes(1, 0))).containsExactly("Thing 1: €0.00");
    }

    @Test
    void everythingThatIsKeptSaysWhatItIs() {
        var parts = AReturnInParts.of(
                        AnOrder.inEuros().taxOnTop().line(1, "10.00", "2.00").shipping("5.00", "1.00"))
                .label("3.00")
                .shipping(OutboundShippingPolicy.ALWAYS)
                .item(1, percent("10", Fee.Per.ITEM), DEDUCTED, ReasonGroup.OTHER)
                .comes(1);
        assertThat(said(parts))
                .containsExactly(
                        "Thing 1: €10.00",
                        "Tax: €2.00",
                        "Restocking fee: -€1.20",
                        "Outbound shipping: €5.00",
                        "Tax on shipping: €1.00",
                        "Return label: -€3.00");
    }

    @Test
    void whatCutsARefundIsALineOfItsOwn() {
        var partly = AReturnInParts.of(AnOrder.inEuros().line(1, "10.00").captured("4.00"))
                .item(1);
        assertThat(said(partly.comes(1)))
                .containsExactly("Thing 1: €10.00", "Not paid yet: lowers the bill instead: -€6.00");
        var given = AReturnInParts.of(AnOrder.inEuros().line(1, "10.00").outsideUnexplained("3.00"))
                .item(1);
        assertThat(said(given.comes(1))).containsExactly("Thing 1: €10.00", "Already refunded, or never paid: -€3.00");
        var order = AnOrder.inEuros().line(1, "100.00").line(1, "1.00").bought();
        var more =
                AReturnInParts.of(order).item(1, percent("10", Fee.Per.RETURN)).comes(1);
        assertThat(said(more.item(2, percent("50", Fee.Per.RETURN)).comes(0, 1)))
                .contains("Given back before; nobody is charged for it: €39.50");
    }

    @Test
    void aPriceWhoseTaxNobodyKnowsTellsNeitherRateNorTax() {
        var order = AnOrder.inEuros().line(1, "11.90", "1.90").bought();
        var unknown = new OrderMoney(
                order.currency(),
                null,
                true,
                false,
                order.shipping(),
                order.shippingTax(),
                order.total(),
                order.captured(),
                order.outside(),
                order.lines(),
                order.tenders());
        assertThat(AReturnInParts.of(unknown)
                        .item(1)
                        .comes(1)
                        .last()
                        .waterfall()
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.taxRate()).isNull())
                .satisfies(line -> assertThat(line.includedTax()).isNull())
                .satisfies(line -> assertThat(line.amount()).isEqualTo(Money.of("11.90", "EUR")));
    }

    @Test
    void anOrderIsReadAsItWasTold() {
        var told = ASale.inEuros().line(2, "20.00").giftCard(1).told();
        var money = OrderMoney.of(told);
        assertThat(told.taxMode()).isEqualTo(TaxMode.INCLUDED);
        assertThat(money.hasTaxOnTop()).isFalse();
        assertThat(money.taxOnTop()).isFalse();
        assertThat(money.unpaid()).isFalse();
        assertThat(money.lines().values().stream().filter(OrderMoney.Line::giftCard))
                .hasSize(1);
        assertThat(money.lines().get(told.lines().getFirst().id().value()))
                .isEqualTo(new OrderMoney.Line(2, Money.of("20.00", "EUR"), Money.of("0.00", "EUR"), false, null));
    }
}
