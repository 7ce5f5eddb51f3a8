package app.retour.returns.waterfall;

import static app.retour.returns.settings.OutboundShippingPolicy.FULL_RETURN;
import static app.retour.returns.waterfall.ScenariosOfSums.back;
import static app.retour.returns.waterfall.ScenariosOfSums.shipping;
import static app.retour.returns.waterfall.WaterfallLineKind.SHIPPING_TAX;
import static app.retour.returns.waterfall.WaterfallLineKind.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Scenarios of what a credit note needs of a refund: net, tax by rate, total. */
public final class ScenariosOfCreditNotes {
    private ScenariosOfCreditNotes() {}

    public static Map<String, Executable> all() {
        var scenarios = new LinkedHashMap<String, Executable>();
        scenarios.put("S31", () -> {
            var order = AnOrder.inEuros()
                    .taxOnTop()
                    .line(1, "10.00", "1.00")
                    .line(1, "20.00", "4.00")
                    .shipping("10.00", "1.50");
            var all = back(order, FULL_RETURN, 1, 1);
            assertThat(all.total()).isEqualTo("46.50");
            assertThat(taxes(all)).containsExactly("1.00 at 10", "4.00 at 20", "1.50 at 15");
        });
        scenarios.put(
                "S33",
                () -> assertThat(shipping(
                                AnOrder.inEuros().taxOnTop().line(1, "10.00").shipping("10.00", "1.50"), "5.75"))
                        .hasToString("Taxed[gross=€5.75, tax=€0.75]"));
        scenarios.put("S35", () -> {
            var order = AnOrder.inEuros().taxOnTop().line(4, "36.01", "3.60").shipping("5.00", "0.75");
            var all = back(order, FULL_RETURN, 4);
            assertThat(all.total()).isEqualTo("45.36");
            assertThat(all.amounts()).startsWith("9.91", "9.90", "9.90");
            assertThat(all.sumOf(TAX)).isEqualTo("3.60");
            assertThat(all.sumOf(SHIPPING_TAX)).isEqualTo("0.75");
        });
        scenarios.put("S37", () -> {
            var order = AnOrder.inEuros().taxOnTop().line(2, "20.00", "2.00").shipping("30.00", "2.30");
            var all = back(order, FULL_RETURN, 2);
            assertThat(all.total()).isEqualTo("54.30");
            assertThat(all.sumOf(TAX, SHIPPING_TAX)).isEqualTo("4.30");
        });
        return scenarios;
    }

    private static List<String> taxes(AReturnInParts of) {
        return of.refunds().stream()
                .flatMap(refund -> refund.waterfall().lines().stream())
                .filter(line -> line.kind() == TAX || line.kind() == SHIPPING_TAX)
                .map(line -> line.amount().amount().toPlainString() + " at " + line.taxRate())
                .toList();
    }
}
