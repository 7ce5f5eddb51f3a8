package app.retour.returns.refunds;

import static app.retour.returns.settings.OutboundShippingPolicy.ALWAYS;
import static app.retour.returns.settings.OutboundShippingPolicy.FULL_RETURN;
import static app.retour.returns.waterfall.ScenariosOfSums.back;
import static app.retour.returns.waterfall.ScenariosOfSums.shippingLeft;
import static app.retour.returns.waterfall.WaterfallLineKind.OUTBOUND_SHIPPING;
import static app.retour.returns.waterfall.WaterfallLineKind.SHIPPING_TAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.waterfall.AReturnInParts;
import app.retour.returns.waterfall.AnOrder;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.rules.policy.Fee.Per;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;

/** Scenarios of PrestaShop, Saleor, Spree, Shopify's clients and others, and of what may be asked for at all. */
public final class ScenariosOfPeers {
    private final Map<String, Executable> all = new LinkedHashMap<>();

    private ScenariosOfPeers() {}

    public static Map<String, Executable> all() {
        var scenarios = new ScenariosOfPeers();
        scenarios.prestaShop();
        scenarios.saleor();
        scenarios.others();
        scenarios.asking();
        return scenarios.all;
    }

    private static AnOrder threeAtSixPercent() {
        return AnOrder.inEuros()
                .taxOnTop()
                .line(2, "23.80", "1.43")
                .line(1, "11.90", "0.71")
                .shipping("7.00", "0.42");
    }

    private void prestaShop() {
        all.put("P7", () -> {
            var everything = back(threeAtSixPercent(), ALWAYS, 2, 1);
            assertThat(everything.total()).isEqualTo("45.26");
            assertThat(everything.another().shipping(ALWAYS).item(1).comes(2).amounts())
                    .isEmpty();
        });
        all.put("P19", () -> {
            var waiting = AnOrder.inEuros()
                    .line(1, "14.00")
                    .line(1, "31.26")
                    .captured("6.00")
                    .cardPaid("6.00");
            assertThat(AReturnInParts.of(waiting).item(1).comes(1).total()).isEqualTo("6.00");
        });
        all.put(
                "P25",
                () -> assertThat(back(AnOrder.inEuros().line(1, "11.90").line(1, "11.90"), 1, 1)
                                .total())
                        .isEqualTo("23.80"));
        all.put("P27", this::oneWithShipping);
        all.put("P29", this::oneWithShipping);
    }

    private void oneWithShipping() {
        var order = AnOrder.inEuros().line(1, "11.90").line(1, "11.90").shipping("7.00");
        assertThat(AReturnInParts.of(order).shipping(ALWAYS).item(2).comes(1).lines())
                .containsExactly("ITEM 11.90", "OUTBOUND_SHIPPING 7.00");
    }

    private void saleor() {
        all.put("A3", () -> {
            var some = AReturnInParts.of(threeAtSixPercent())
                    .shipping(ALWAYS)
                    .item(1)
                    .comes(1);
            assertThat(some.sumOf(OUTBOUND_SHIPPING, SHIPPING_TAX)).isEqualTo("7.42");
        });
        all.put("A5", () -> {
            var order = AnOrder.inEuros().line(1, "98.40").bought();
            assertThat(RefundCalculation.ceilingAbove(order, AnOrder.nothingBefore(order.currency())))
                    .hasToString("€98.40")
                    .isLessThan(Money.of("1000.00", "EUR"));
        });
        all.put(
                "A11",
                () -> assertThat(back(AnOrder.inEuros().line(3, "36.90").line(2, "40.00"), 2, 2)
                                .total())
                        .isEqualTo("64.60"));
        all.put("A13", () -> {
            var order = AnOrder.inEuros().line(3, "36.90").line(2, "40.00").shipping("10.00");
            assertThat(AReturnInParts.of(order)
                            .shipping(ALWAYS)
                            .item(1)
                            .comes(2)
                            .total())
                    .isEqualTo("34.60");
        });
        all.put("A15", () -> {
            var order = AnOrder.inEuros().line(3, "36.90").shipping("10.00");
            assertThat(shippingLeft(order)).isEqualTo("10.00");
            assertThat(AReturnInParts.of(order).item(1).comes(2).total()).isEqualTo("24.60");
            assertThat(AReturnInParts.of(order)
                            .shipping(ALWAYS)
                            .item(1)
                            .comes(2)
                            .total())
                    .isEqualTo("34.60");
        });
        all.put("A19", () -> {
            var first = back(AnOrder.inEuros().line(2, "20.00").shipping("5.00"), ALWAYS, 1);
            assertThat(first.another().item(1).comes(1).total()).isEqualTo("10.00");
        });
        all.put("A23", () -> {
            assertThat(toGiftCard("10.00")).isEqualTo("€10.00");
            assertThat(toGiftCard("1.00")).isEqualTo("€1.00");
            assertThat(toGiftCard("20.00")).isEqualTo("€10.00");
        });
    }

    private static String toGiftCard(String goods) {
        var order = AnOrder.inEuros().line(1, goods).captured("10.00").giftCardPaid("10.00");
        return back(order, 1).last().waterfall().tenders().getFirst().amount().toString();
    }

    private void others() {
        all.put("R15", () -> {
            var order = AnOrder.inEuros().taxOnTop().line(3, "30.00", "3.00").line(1, "10.00", "1.00");
            var some = AReturnInParts.of(order)
                    .item(1)
                    .item(2)
                    .announced(3, 1)
                    .comes(2, 0)
                    .closes();
            assertThat(some.lines()).containsExactly("ITEM 20.00", "TAX 2.00");
        });
        all.put("R19", () -> {
            assertThat(back(AnOrder.inEuros().line(1, "45.75"), 1).total()).isEqualTo("45.75");
            assertThat(back(AnOrder.inEuros().line(1, "10.00").line(1, "35.75"), 1)
                            .total())
                    .isEqualTo("10.00");
            assertThat(back(AnOrder.inEuros().line(1, "55.75").captured("45.75").cardPaid("45.75"), 1)
                            .total())
                    .isEqualTo("45.75");
            assertThat(back(AnOrder.inEuros().line(1, "0.00").line(1, "45.75"), 1)
                            .amounts())
                    .isEmpty();
        });
        all.put("F1", () -> {
            var discount = Money.of("10.00", "EUR").allocate(Collections.nCopies(3, BigDecimal.ONE));
            assertThat(discount).extracting(Money::toString).containsExactly("€3.34", "€3.33", "€3.33");
            var order = AnOrder.inEuros()
                    .taxOnTop()
                    .line(1, "195.66", "3.98")
                    .line(1, "195.67", "3.98")
                    .line(1, "195.67", "3.98");
            assertThat(back(order, 1, 1, 1).amounts()).containsExactly("199.64", "199.65", "199.65");
        });
        all.put(
                "W1",
                () -> assertThat(back(AnOrder.inEuros().line(4, "85.00").shipping("10.00"), FULL_RETURN, 4)
                                .total())
                        .isEqualTo("95.00"));
        all.put("W3", () -> {
            // Half of it bears the whole fee: a fee per return is charged once.
            var order = AnOrder.inEuros().line(2, "100.00").shipping("10.00");
            var fee = AReturnInParts.flat("5.00", Per.RETURN);
            var parts =
                    AReturnInParts.of(order).shipping(FULL_RETURN).item(1, fee).announced(2);
            assertThat(parts.comes(1).total()).isEqualTo("45.00");
            assertThat(parts.comes(1).total()).isEqualTo("105.00");
        });
    }

    private void asking() {
        all.put("D25", () -> refused(shipped(1, 1), 1, "already being returned", 1));
        all.put("D29", () -> refused(shipped(1, 0), 1, "not been shipped yet"));
        all.put("M13", () -> refused(shipped(3, 3), 2, "1 can still be returned, not 2", 2));
        all.put("P13", () -> refused(shipped(2, 2), 3, "2 can still be returned, not 3"));
        all.put("R5", () -> refused(shipped(1, 1), 99, "1 can still be returned, not 99"));
        all.put("A7", () -> refused(giftCard(), 1, "gift cards cannot be returned"));
        all.put("A17", () -> {
            var order = new ReturnableOrder(SoldOrders.paid("EUR", shipped(1, 1)), List.of());
            assertThatThrownBy(() -> order.line(UUID.randomUUID(), "items", "0", "orderLineId"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
            refused(shipped(1, 1), 100, "1 can still be returned, not 100");
        });
    }

    /** @param before units that returns of the same line announced */
    private static void refused(OrderLine line, int units, String because, int... before) {
        var life = new LivingOrder(SoldOrders.paid("EUR", line));
        for (var some : before) {
            life.asked(requested(some));
        }
        assertThatThrownBy(() -> life.asked(requested(units)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(because);
    }

    private static LivingOrder.Requested requested(int units) {
        return new LivingOrder.Requested(0, units, ItemTerms.plain(ReturnShipping.SHOPPER), ReasonGroup.SIZE);
    }

    private static OrderLine shipped(int quantity, int fulfilled) {
        return line(quantity, fulfilled, false);
    }

    private static OrderLine giftCard() {
        return line(1, 1, true);
    }

    private static OrderLine line(int quantity, int fulfilled, boolean giftCard) {
        var paid = Money.of("10.00", "EUR");
        var plain = SoldOrders.line(quantity, paid);
        return new OrderLine(
                new OrderLineId(UUID.randomUUID()),
                plain.sku(),
                plain.title(),
                null,
                null,
                null,
                null,
                quantity,
                fulfilled,
                plain.unitPrice(),
                paid,
                plain.tax(),
                null,
                giftCard,
                null,
                null,
                null,
                null,
                null);
    }
}
