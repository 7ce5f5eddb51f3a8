package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a refund that nobody got yet is another by now, and by what it may differ without being so. */
class ReckonedAnewTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final UUID ITEM = new UUID(9, 1);
    private static final UUID OTHER = new UUID(9, 2);

    /** For example {@code "ITEM 10.00, LABEL_FEE -4.90"}; with a star it is of the other item. */
    private static List<Waterfall.Line> lines(String told) {
        var lines = new ArrayList<Waterfall.Line>();
        for (var each : told.split(", ")) {
            var parts = each.split(" ");
            var kind = WaterfallLineKind.valueOf(parts[0].replace("*", ""));
            var item = kind == WaterfallLineKind.LABEL_FEE || kind == WaterfallLineKind.OUTBOUND_SHIPPING
                    ? null
                    : parts[0].startsWith("*") ? OTHER : ITEM;
            lines.add(line(kind, parts[1], item));
        }
        return lines;
    }

    private static Waterfall.Line line(WaterfallLineKind kind, String amount, @Nullable UUID item) {
        return new Waterfall.Line(kind, "", new Money(new BigDecimal(amount), EURO), item);
    }

    private static boolean isOtherwise(String own, int units, String anew, boolean alone) {
        var zero = Money.zero(EURO);
        return new ReckonedAnew(
                        EURO,
                        lines(own),
                        List.of(new RefundedUnits(AnOrder.line(1), ITEM, units, zero, zero, null, null)),
                        lines(anew))
                .isOtherwise(alone);
    }

    @ParameterizedTest(name = "{0} → {1}: alone {2}, beside others {3}")
    @CsvSource({
        "ITEM 10.00, ITEM 10.00, false, false",
        "ITEM 10.00, ITEM 9.99, true, false",
        "ITEM 10.00, ITEM 9.98, true, false",
        "ITEM 10.00, ITEM 9.97, true, false",
        "'ITEM 10.00, CEILING -5.00', ITEM 10.00, false, false",
        "'ITEM 10.00, ADJUSTMENT 3.00', ITEM 10.00, false, false",
        "'ITEM 10.00, GOODWILL 3.00', 'ITEM 10.00, NOT_PAID -1.00', false, false",
        "'ITEM 8.00, TAX 2.00', ITEM 10.00, false, false",
        "'ITEM 10.00, LABEL_FEE -5.00', 'ITEM 10.00, LABEL_FEE -4.00', true, true",
        "'ITEM 10.00, LABEL_FEE -5.00', 'ITEM 9.98, LABEL_FEE -4.00', true, true",
        "'ITEM 10.00, LABEL_FEE -5.00', 'ITEM 9.97, LABEL_FEE -4.00', true, false",
        "'ITEM 10.00, OUTBOUND_SHIPPING 5.00', ITEM 10.00, true, true",
        "'ITEM 10.00, RESTOCKING_FEE -2.00', 'ITEM 10.00, RESTOCKING_FEE -1.00', true, false",
        "'ITEM 10.00, RESTOCKING_FEE -2.00', 'ITEM 10.00, *RESTOCKING_FEE -2.00', true, false",
        "LABEL_FEE 5.00, LABEL_FEE 5.00, false, false",
        "LABEL_FEE 5.00, LABEL_FEE 4.00, true, true",
        "'LABEL_FEE 5.00, ITEM 10.00', ITEM 10.00, true, true",
        "'RESTOCKING_FEE 3.00, ITEM 10.00', 'ITEM 10.00, *RESTOCKING_FEE 3.00', true, true",
    })
    void aRefundIsAnotherWhereWhatItIsForComesToSomethingElse(String own, String anew, boolean alone, boolean beside) {
        assertThat(isOtherwise(own, 2, anew, true)).as("alone").isEqualTo(alone);
        assertThat(isOtherwise(own, 2, anew, false)).as("beside other returns").isEqualTo(beside);
    }

    @Test
    void aCentForEachUnitIsAMatterOfOrder() {
        var own = "ITEM 10.00, LABEL_FEE -5.00";
        assertThat(isOtherwise(own, 3, "ITEM 9.97, LABEL_FEE -4.00", false)).isTrue();
        assertThat(isOtherwise(own, 3, "ITEM 10.03, LABEL_FEE -4.00", false)).isTrue();
        assertThat(isOtherwise(own, 3, "ITEM 10.04, LABEL_FEE -4.00", false)).isFalse();
    }

    private static boolean isMore(boolean alone, String lines) {
        var told = lines(lines);
        var total = Money.sum(EURO, told.stream().map(Waterfall.Line::amount).toList());
        return new RefundCalculation(
                        new Waterfall(told, total, List.of()), List.of(), Money.zero(EURO), Money.zero(EURO), null)
                .isMoreThanBefore(alone);
    }

    @Test
    void whatCameBeforeIsWorthMoreWhereLessIsKeptOfIt() {
        assertThat(isMore(false, "LABEL_FEE 4.00")).isTrue();
        assertThat(isMore(false, "LABEL_FEE -4.00")).isFalse();
        assertThat(isMore(false, "OUTBOUND_SHIPPING 5.00")).isTrue();
        assertThat(isMore(true, "ITEM 1.00")).isTrue();
        assertThat(isMore(false, "ITEM 1.00"))
                .as("without new units nothing is owed for goods")
                .isFalse();
        assertThat(isMore(true, "LABEL_FEE 4.00, CEILING -4.00"))
                .as("what was cut is not enough")
                .isTrue();
        assertThat(isMore(true, "LABEL_FEE -4.00, CEILING 5.00")).isFalse();
        assertThat(isMore(true, "LABEL_FEE 4.00, RESTOCKING_FEE -4.00")).isFalse();
    }
}
