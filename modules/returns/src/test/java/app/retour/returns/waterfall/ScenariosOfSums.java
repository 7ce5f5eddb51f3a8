package app.retour.returns.waterfall;

import static app.retour.returns.settings.OutboundShippingPolicy.ALWAYS;
import static app.retour.returns.settings.OutboundShippingPolicy.FULL_RETURN;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Scenarios of Sylius, Solidus and Medusa that are about sums, each as what comes back for an order. */
public final class ScenariosOfSums {
    private final Map<String, Executable> all = new LinkedHashMap<>();

    private ScenariosOfSums() {}

    public static Map<String, Executable> all() {
        var scenarios = new ScenariosOfSums();
        scenarios.sylius();
        scenarios.solidus();
        scenarios.medusa();
        return scenarios.all;
    }

    /** All of it comes back, unit by unit, with whatever shipping is granted. */
    public static AReturnInParts back(AnOrder order, OutboundShippingPolicy shipping, int... units) {
        var parts = AReturnInParts.of(order).shipping(shipping);
        for (var i = 1; i <= units.length; i++) {
            parts.item(i);
        }
        parts.announced(units);
        for (var i = 0; i < units.length; i++) {
            var one = new int[units.length];
            one[i] = 1;
            for (var unit = 0; unit < units[i]; unit++) {
                parts.comes(one);
            }
        }
        return parts;
    }

    public static AReturnInParts back(AnOrder order, int... units) {
        return back(order, OutboundShippingPolicy.NEVER, units);
    }

    /** A part of the shipping, with its tax, beside what was given for it elsewhere. */
    static Taxed shipping(AnOrder order, String part) {
        var bought = order.bought();
        return ShippingDue.part(
                bought, AnOrder.nothingBefore(bought.currency()), new Money(new BigDecimal(part), bought.currency()));
    }

    public static String shippingLeft(AnOrder order) {
        var bought = order.bought();
        return ShippingDue.left(bought, AnOrder.nothingBefore(bought.currency()))
                .amount()
                .toPlainString();
    }

    private void comesTo(String id, String total, AReturnInParts parts) {
        all.put(id, () -> assertThat(parts.total()).isEqualTo(total));
    }

    private void sylius() {
        all.put("S1", () -> {
            var whole = back(AnOrder.inEuros().line(3, "30.00").shipping("10.00"), FULL_RETURN, 3);
            assertThat(whole.total()).isEqualTo("40.00");
            assertThat(whole.another().item(1).comes(1).amounts()).isEmpty();
        });
        all.put("S3", () -> {
            assertThat(shipping(AnOrder.inEuros().line(3, "30.00").shipping("10.00"), "1.00"))
                    .hasToString("Taxed[gross=€1.00, tax=€0.00]");
            assertThat(shippingLeft(
                            AnOrder.inEuros().line(3, "30.00").shipping("10.00").outsideShipping("1.00")))
                    .isEqualTo("9.00");
        });
        all.put("S5", () -> {
            assertThat(shippingLeft(AnOrder.inEuros().line(2, "20.00").shipping("20.00")))
                    .isEqualTo("20.00");
            assertThat(shippingLeft(
                            AnOrder.inEuros().line(2, "20.00").shipping("20.00").outsideShipping("20.00")))
                    .isEqualTo("0.00");
        });
        all.put(
                "S7",
                () -> assertThat(shippingLeft(
                                AnOrder.inEuros().taxOnTop().line(1, "10.00").shipping("10.00", "2.30")))
                        .isEqualTo("12.30"));
        all.put(
                "S9",
                () -> assertThat(shippingLeft(AnOrder.inEuros().line(1, "10.00").shipping("10.00")))
                        .isEqualTo("10.00"));
        all.put(
                "S11",
                () -> assertThat(shippingLeft(
                                AnOrder.inEuros().taxOnTop().line(1, "10.00").shipping("15.00", "1.15")))
                        .isEqualTo("16.15"));
        comesTo("S13", "99.15", back(AnOrder.inEuros().line(3, "99.15"), 3));
        var taxed = AnOrder.inEuros().taxOnTop().line(1, "10.00", "2.30").outsideGoods(1, 0, "5.00");
        comesTo("S15", "7.30", back(taxed, 1));
        all.put("S17", () -> {
            var rest = back(taxed, 1);
            assertThat(rest.total()).isEqualTo("7.30");
            assertThat(RefundCalculation.ceilingAbove(taxed.bought(), rest.earlier())
                            .isPositive())
                    .isFalse();
        });
        all.put("S19", () -> {
            assertThat(shipping(AnOrder.inEuros().line(1, "1.00").shipping("20.00"), "8.00")
                            .gross())
                    .hasToString("€8.00");
            assertThat(shippingLeft(
                            AnOrder.inEuros().line(1, "1.00").shipping("20.00").outsideShipping("8.00")))
                    .isEqualTo("12.00");
        });
        all.put(
                "S21",
                () -> assertThat(new BigDecimal(shippingLeft(AnOrder.inEuros()
                                .line(1, "1.00")
                                .shipping("20.00")
                                .outsideShipping("5.00"))))
                        .isLessThan(new BigDecimal("18.00")));
        comesTo(
                "S23",
                "9.00",
                AReturnInParts.of(AnOrder.inEuros().line(2, "18.00")).item(1).comes(1));
        all.put("S25", () -> {
            var first = AReturnInParts.of(AnOrder.inEuros().line(2, "20.00"))
                    .item(1)
                    .comes(1);
            assertThat(first.another().item(1).comes(1).total()).isEqualTo("10.00");
            assertThat(first.another().item(1).comes(1).amounts()).isEmpty();
        });
        all.put(
                "S27",
                () -> assertThat(back(AnOrder.inEuros().line(1, "10.00").unpaid(), 1)
                                .last()
                                .needsPersonBecause())
                        .contains("not paid yet"));
        all.put(
                "S29",
                () -> assertThat(back(AnOrder.inEuros().line(1, "10.00").cardPaid("10.00"), 1)
                                .last()
                                .waterfall()
                                .tenders())
                        .extracting(Waterfall.TenderShare::tenderId)
                        .containsExactly("card"));
    }

    private void solidus() {
        comesTo(
                "D1",
                "100.00",
                AReturnInParts.of(AnOrder.inEuros().line(3, "300.00")).item(1).comes(1));
        comesTo(
                "D3",
                "100.00",
                AReturnInParts.of(AnOrder.inEuros().line(3, "300.00").shipping("0.00"))
                        .item(1)
                        .comes(1));
        comesTo("D5", "0.00", back(AnOrder.inEuros().line(1, "0.00"), 1));
        comesTo("D9", "10.00", back(AnOrder.inEuros().line(1, "10.00", "5.00"), 1));
        comesTo(
                "D11",
                "70.00",
                back(AnOrder.inEuros().line(1, "15.00").line(1, "50.00").line(1, "5.00"), 1, 1, 1));
        all.put(
                "D13",
                () -> assertThat(back(AnOrder.in("GBP").line(1, "21.22"), 1)
                                .last()
                                .waterfall()
                                .total())
                        .hasToString("£21.22"));
        all.put("D35", () -> {
            var paid = AnOrder.inEuros().line(1, "20.00").captured("10.00").cardPaid("10.00");
            assertThat(back(paid, 1).total()).isEqualTo("10.00");
        });
        all.put(
                "D39",
                () -> assertThat(back(AnOrder.inEuros().line(1, "10.00").outsideUnexplained("10.00"), 1)
                                .amounts())
                        .isEmpty());
        all.put("D41", () -> {
            var five = AReturnInParts.of(AnOrder.inEuros().line(5, "50.00"));
            for (var i = 0; i < 5; i++) {
                five.item(1);
            }
            assertThat(five.announced(1, 1, 0, 1, 1).comes(0, 1, 0, 0, 0).total())
                    .isEqualTo("10.00");
        });
    }

    private void medusa() {
        comesTo("M1", "1125.00", one(AnOrder.inEuros().taxOnTop().line(2, "2000.00", "250.00")));
        all.put("M3", () -> {
            var labelled = AReturnInParts.of(AnOrder.inEuros().taxOnTop().line(2, "2000.00", "400.00"))
                    .label("1125.00")
                    .item(1, new Fee.Waived(), ReturnShipping.DEDUCTED, ReasonGroup.OTHER)
                    .comes(1);
            assertThat(labelled.total()).isEqualTo("75.00");
        });
        comesTo("M5", "1080.00", one(AnOrder.inEuros().taxOnTop().line(2, "1800.00", "360.00")));
        all.put("M7", () -> {
            assertThat(one(AnOrder.inEuros().line(2, "2400.00", "400.00")).total())
                    .isEqualTo("1200.00");
            assertThat(one(AnOrder.inEuros().line(2, "2250.00", "250.00")).total())
                    .isEqualTo("1125.00");
        });
        comesTo("M9", "500.00", back(AnOrder.inEuros().line(1, "500.00"), ALWAYS, 1));
    }

    private static AReturnInParts one(AnOrder order) {
        return AReturnInParts.of(order).item(1).comes(1);
    }
}
