package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsOfTheWorldTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "49.90|49.90",
                "49,90|49.90",
                "1.234,50|1234.50",
                "1,234.50|1234.50",
                "1'234.50|1234.50",
                "1 234,50|1234.50",
                "1\u202F234,50 €|1234.50",
                "€ 1.234,50|1234.50",
                "$49.90|49.90",
                "US$1,049.90|1049.90",
                "49.90 EUR|49.90",
                "1.234.567|1234567",
                "1,234,567.89|1234567.89",
                "-5,00|-5.00",
                "(5.00)|-5.00",
                "\u22125.00|-5.00",
                "0.125|0.125",
                "8.2645|8.2645",
                "113.3980925|113.3980925",
                "1234.567|1234.567",
                "12|12",
                "0|0",
                "-$5.00|-5.00"
            })
    void whatCanBeReadInOneWayIsRead(String text, BigDecimal number) {
        assertThat(DecimalText.of(text))
                .isInstanceOfSatisfying(
                        DecimalText.Exact.class,
                        exact -> assertThat(exact.number()).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "12.345", "123,456", "-1.234", "€1.234"})
    void whatCanBeReadInTwoWaysIsNotGuessed(String text) {
        assertThat(DecimalText.of(text)).isInstanceOf(DecimalText.Ambiguous.class);
        assertThat(DecimalText.of(text, DecimalSign.DOT)).isInstanceOf(DecimalText.Exact.class);
        assertThat(DecimalText.of(text, DecimalSign.COMMA)).isInstanceOf(DecimalText.Exact.class);
        assertThat(DecimalText.of(text, DecimalSign.DOT)).isNotEqualTo(DecimalText.of(text, DecimalSign.COMMA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "many",
                "1.2.3",
                "1,23,45",
                "1.234,5.6",
                "5.93214E+12",
                "1e5",
                "12:30",
                "01. Okt",
                "NaN",
                "1..2",
                ".",
                ","
            })
    void theRestIsNoAmount(String text) {
        assertThat(DecimalText.of(text)).isInstanceOf(DecimalText.Unread.class);
    }

    @Test
    void theSignThatIsSaidHolds() {
        assertThat(DecimalText.of("1.234,50", DecimalSign.DOT)).isInstanceOf(DecimalText.Unread.class);
        assertThat(DecimalText.of("1,234.50", DecimalSign.COMMA)).isInstanceOf(DecimalText.Unread.class);
        assertThat(DecimalText.of("49.90", DecimalSign.COMMA)).isInstanceOf(DecimalText.Unread.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.93214E+12|true", "1,23E+12|true", "5E+09|true", "1234567890123450000|true", "5932140000000|true",
                "5324790137142|false", "1001|false", "12E5|false", "100000|false",
                        "gid://shopify/Order/5324790137142|false"
            })
    void anIdThatASpreadsheetRoundedIsSeen(String id, boolean spoilt) {
        assertThat(SpreadsheetDamage.seenInId(id)).isEqualTo(spoilt);
    }
}
