package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets the odd cent. */
class AllocatingMoneyTests {
    @ParameterizedTest
    @CsvSource({
        // Equal shares: the earlier ones.
        "0.10, EUR, 1 1 1,        0.04 0.03 0.03",
        "0.11, EUR, 1 1 1,        0.04 0.04 0.03",
        "100,  JPY, 1 1 1,        34 33 33",
        "0.001, KWD, 1 1,         0.001 0.000",
        // The largest remainder, wherever it stands.
        "0.10, EUR, 33 33 34,     0.03 0.03 0.04",
        "1.00, EUR, 49.90 25 9.95, 0.59 0.29 0.12",
        // Nothing has a price: all alike.
        "0.03, EUR, 0 0,          0.02 0.01",
        "-0.05, EUR, 1 1,         -0.03 -0.02",
        "0.00, EUR, 3 5,          0.00 0.00",
        "7.77, EUR, 12,           7.77",
    })
    void theLargestRemainderGetsItAndOfEqualsTheFirst(String whole, String code, String weights, String parts) {
        var shares = Arrays.stream(weights.split(" ")).map(BigDecimal::new).toList();
        var currency = Currency.getInstance(code);
        assertThat(new Money(new BigDecimal(whole), currency).allocate(shares))
                .isEqualTo(Arrays.stream(parts.split(" "))
                        .map(part -> new Money(new BigDecimal(part), currency))
                        .toList());
    }

    @Test
    void nobodyToShareWithAndLessThanNothingAreMistakes() {
        var money = Money.of("1.00", "EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> money.allocate(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> money.allocate(List.of(BigDecimal.ONE, new BigDecimal("-0.01"))));
    }

    @Test
    void amountsOfTwoCurrenciesAreNeitherAddedNorComparedNorSummed() {
        var euros = Money.of("1.00", "EUR");
        var dollars = Money.of("1.00", "USD");
        assertThatIllegalArgumentException().isThrownBy(() -> euros.minus(dollars));
        assertThatIllegalArgumentException().isThrownBy(() -> euros.compareTo(dollars));
        assertThatIllegalArgumentException().isThrownBy(() -> euros.min(dollars));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.sum(euros.currency(), List.of(euros, dollars)));
        assertThat(euros).isNotEqualTo(dollars);
    }

    /** Gold and the like have no minor unit at all in ISO 4217. */
    @Test
    void aCurrencyWithoutAMinorUnitIsCountedInWholes() {
        assertThat(Money.of("3", "XAU").minorUnits()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("3.1", "XAU"));
    }

    @Test
    void theSpellingOfAnAmountIsNotPartOfIt() {
        assertThat(Money.of("5", "EUR"))
                .isEqualTo(Money.of("5.00", "EUR"))
                .hasSameHashCodeAs(Money.of("5.000", "EUR"))
                .isEqualTo(new Money(new BigDecimal("0.5E1"), Currency.getInstance("EUR")));
    }
}
