package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.amounts.TaxMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an order's discount is in its lines already: the total shows. */
class SumsOfAFileTests {
    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    private static MappedSums.Told told(String lines, String discount, String taxes, @Nullable String total) {
        return new MappedSums.Told(
                Arrays.stream(lines.split(" ")).map(SumsOfAFileTests::euros).toList(),
                euros(discount),
                euros("4.90"),
                euros("0.93"),
                euros(taxes),
                total == null ? null : euros(total),
                TaxMode.UNKNOWN,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        // lines, discount, taxes, total (4.90 of it shipping), paid
        "20.00 10.00, 0.00, 0.00, 34.90, 20.00 10.00",
        "20.00 10.00, 6.00, 0.00, 28.90, 16.00 8.00",
        "16.00 8.00,  6.00, 0.00, 28.90, 16.00 8.00",
        // The same with tax on top.
        "20.00 10.00, 6.00, 5.00, 33.90, 16.00 8.00",
        "16.00 8.00,  6.00, 5.00, 33.90, 16.00 8.00",
        // Tax is in the goods' prices and not in the shipping's.
        "16.00 8.00,  6.00, 5.00, 29.83, 16.00 8.00",
        // More than the goods cost: what is left is nothing.
        "20.00 10.00, 99.00, 0.00, 4.90, 0.00 0.00",
    })
    void aDiscountIsTakenOffWhereItIsNotInTheLinesAlready(
            String lines, String discount, String taxes, String total, String paid) {
        var sums = MappedSums.of(told(lines, discount, taxes, total));
        assertThat(sums.paid())
                .isEqualTo(Arrays.stream(paid.split(" "))
                        .map(SumsOfAFileTests::euros)
                        .toList());
        assertThat(sums.subtotal()).isEqualTo(Money.sum(euros("0").currency(), sums.paid()));
        assertThat(sums.total()).isEqualTo(euros(total));
    }

    private static MappedSums.Told withoutTotal(TaxMode prices, boolean afterDiscounts) {
        return new MappedSums.Told(
                List.of(euros("20.00"), euros("10.00")),
                euros("6.00"),
                euros("4.90"),
                euros("0.00"),
                euros("5.00"),
                null,
                prices,
                afterDiscounts);
    }

    @Test
    void withoutATotalWhatTheLinesAreToldAsDecides() {
        assertThat(MappedSums.of(withoutTotal(TaxMode.INCLUDED, true)).subtotal())
                .isEqualTo(euros("30.00"));
        assertThat(MappedSums.of(withoutTotal(TaxMode.INCLUDED, false)).subtotal())
                .isEqualTo(euros("24.00"));
    }

    @Test
    void withoutATotalTaxCountsOnlyWhereItIsOnTop() {
        assertThat(MappedSums.of(withoutTotal(TaxMode.EXCLUDED, false)).total()).isEqualTo(euros("33.90"));
        assertThat(MappedSums.of(withoutTotal(TaxMode.INCLUDED, false)).total()).isEqualTo(euros("28.90"));
    }

    /** Whatever a file says, no line is paid below nothing and all of them are the subtotal. */
    @Property
    void theLinesAreTheSubtotalAndNoneIsBelowNothing(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 10_000) Integer> cents,
            @ForAll @IntRange(max = 20_000) int discount,
            @ForAll @IntRange(max = 3_000) int taxes,
            @ForAll @IntRange(max = 40_000) int total,
            @ForAll boolean afterDiscounts) {
        var currency = Currency.getInstance("EUR");
        var sums = MappedSums.of(new MappedSums.Told(
                cents.stream().map(each -> Money.ofMinorUnits(each, currency)).toList(),
                Money.ofMinorUnits(discount, currency),
                Money.zero(currency),
                Money.zero(currency),
                Money.ofMinorUnits(taxes, currency),
                Money.ofMinorUnits(total, currency),
                TaxMode.UNKNOWN,
                afterDiscounts));
        assertThat(sums.paid()).hasSameSizeAs(cents).noneMatch(Money::isNegative);
        assertThat(Money.sum(currency, sums.paid())).isEqualTo(sums.subtotal());
    }
}
