package app.retour.returns.waterfall;

import static app.retour.returns.waterfall.AReturnInParts.flat;
import static app.retour.returns.waterfall.AReturnInParts.percent;
import static app.retour.rules.policy.ReturnShipping.DEDUCTED;
import static app.retour.rules.policy.ReturnShipping.MERCHANT;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Units that a refund pays for: each once, and of an item without news only what is given back or kept of it. */
class UnitsOfARefundTests {
    /** For example {@code "2 for €20.00, fee €0.00"}. */
    private static List<String> said(RefundCalculation of) {
        return of.units().stream()
                .map(units -> "%d for %s, fee %s".formatted(units.quantity(), units.amount(), units.fee()))
                .toList();
    }

    @Test
    void unitsThatCameBeforeAreNotPaidForAgain() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(5, "50.00")).item(1);
        assertThat(said(parts.announced(5).comes(2).last())).containsExactly("2 for €20.00, fee €0.00");
        assertThat(said(parts.comes(3).last())).containsExactly("3 for €30.00, fee €0.00");
        assertThat(parts.last().waterfall().lines().getFirst().text()).startsWith("3 × ");
    }

    @Test
    void anItemOfWhichNothingIsNewIsInNoRefund() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(1, "10.00").line(1, "20.00"))
                .item(1)
                .item(2);
        parts.announced(1, 1).comes(1, 0);
        assertThat(said(parts.last())).containsExactly("1 for €10.00, fee €0.00");
        assertThat(said(parts.comes(0, 1).last())).containsExactly("1 for €20.00, fee €0.00");
    }

    @Test
    void aFeeThatIsKeptOrGivenBackLaterIsThatItemsWithoutUnits() {
        var order = AnOrder.inEuros().line(1, "100.00").line(1, "100.00").bought();
        var parts =
                AReturnInParts.of(order).item(1, percent("10", Fee.Per.RETURN)).item(2, percent("50", Fee.Per.RETURN));
        parts.announced(1, 1).comes(1, 0);
        assertThat(said(parts.last())).containsExactly("1 for €100.00, fee €50.00");
        assertThat(said(parts.closes().last())).containsExactly("0 for €0.00, fee -€40.00");
        assertThat(parts.last().units().getFirst().price())
                .as("no units, no price")
                .isNull();
        var leftOver = AReturnInParts.of(AnOrder.inEuros().line(1, "5.00").line(1, "100.00"))
                .item(1, flat("9.99", Fee.Per.RETURN))
                .item(2, flat("9.99", Fee.Per.RETURN));
        assertThat(said(leftOver.announced(1, 1).comes(1, 0).last())).containsExactly("1 for €5.00, fee €5.00");
    }

    @Test
    void whatGivesNothingButTheLabelBackIsStillTheReturns() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(1, "20.00").line(1, "30.00"))
                .label("4.90")
                .item(1, new Fee.Waived(), DEDUCTED, ReasonGroup.OTHER);
        parts.comes(1);
        parts.item(2, new Fee.Waived(), MERCHANT, ReasonGroup.DEFECT)
                .announced(1, 1)
                .comes(0, 0);
        assertThat(parts.last().waterfall().total()).isEqualTo(Money.of("4.90", "EUR"));
        assertThat(said(parts.last())).containsExactly("0 for €0.00, fee €0.00");
        assertThat(parts.last().units().getFirst().item())
                .isEqualTo(parts.itemIds().getFirst());
    }

    @Test
    void noItemsNoUnits() {
        var order = AnOrder.inEuros().line(1, "20.00").bought();
        var nothing = RefundCalculation.of(
                order,
                AnOrder.nothingBefore(order.currency()),
                List.of(),
                new RefundCalculation.Terms(null, OutboundShippingPolicy.ALWAYS, Map.of()));
        assertThat(nothing.units()).isEmpty();
        assertThat(nothing.waterfall().lines()).isEmpty();
        assertThat(nothing.waterfall().total().isZero()).isTrue();
    }

    @Test
    void unitsKeepThePriceOfTheirLineAndThoseWithoutUnitsNone() {
        var parts = AReturnInParts.of(AnOrder.inEuros().taxOnTop().line(2, "20.00", "4.00"))
                .item(1)
                .comes(1);
        assertThat(parts.last().units().getFirst().price()).isEqualTo(new LinePrice(2, Money.of("24.00", "EUR")));
        assertThat(parts.last().units().getFirst().tax()).isEqualTo(Money.of("2.00", "EUR"));
    }
}
