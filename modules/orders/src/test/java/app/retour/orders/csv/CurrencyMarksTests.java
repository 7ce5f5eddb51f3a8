package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An amount that names its currency is never read as one of another. */
class CurrencyMarksTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$49.90|EUR",
                "49,90 €|USD",
                "€ 49,90|CHF",
                "US$49.90|CAD",
                "-$5.00|EUR",
                "($5.00)|EUR",
                "49.90 USD|EUR",
                "USD 49.90|CAD",
                "£5|EUR",
                "¥500|EUR",
                "R$ 5,00|USD"
            })
    void anotherCurrencyIsSeen(String amount, String currency) {
        assertThat(CurrencyMarks.contradict(amount, Currency.getInstance(currency)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$49.90|USD",
                "$49.90|MXN",
                "A$5|AUD",
                "49.90|EUR",
                "49,90 €|EUR",
                "EUR 49.90|EUR",
                "¥500|JPY",
                "¥500|CNY",
                "¤5|EUR",
                "-5|EUR",
                "ABC 5|EUR",
                "1E+5|EUR"
            })
    void itsOwnOrNoneIsNot(String amount, String currency) {
        assertThat(CurrencyMarks.contradict(amount, Currency.getInstance(currency)))
                .isFalse();
    }
}
