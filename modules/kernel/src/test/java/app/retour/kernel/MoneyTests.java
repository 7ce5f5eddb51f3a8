package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyTests {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void allocatedPartsSumToTheWholeAndStrayLessThanOneMinorUnit(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int cents,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5000) Integer> weights) {
        var whole = Money.ofMinorUnits(cents, EUR);
        var shares = weights.stream().map(BigDecimal::valueOf).toList();
        var parts = whole.allocate(shares);
        assertThat(Money.sum(EUR, parts)).isEqualTo(whole);
        var total = weights.stream().mapToLong(Integer::longValue).sum();
        for (var i = 0; i < parts.size() && total > 0; i++) {
            var exact = (double) cents * weights.get(i) / total;
            assertThat(Math.abs(parts.get(i).minorUnits() - exact)).isLessThan(1.0);
        }
    }

    @Test
    void everyCurrencyKeepsItsOwnMinorUnit() {
        assertThat(Money.of("1200", "JPY").minorUnits()).isEqualTo(1200);
        assertThat(Money.of("1.234", "KWD").minorUnits()).isEqualTo(1234);
        assertThat(Money.of("5", "EUR").toString()).isEqualTo("€5.00");
    }

    @Test
    void anAmountFinerThanTheCurrencyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("0.001", "EUR"))
                .withMessageContaining("more decimals");
    }

    @Test
    void differentCurrenciesNeverMeet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1.00", "EUR").plus(Money.of("1.00", "USD")))
                .withMessageContaining("different currencies");
    }

    @Test
    void halfAMinorUnitGoesUp() {
        assertThat(Money.of("0.50", "EUR").percent(new BigDecimal("15"))).isEqualTo(Money.of("0.08", "EUR"));
    }
}
