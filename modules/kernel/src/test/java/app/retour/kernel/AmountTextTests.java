package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages and mails write an amount as the browser does; the web admin's money.test.ts reads the same table. */
class AmountTextTests {
    @Test
    void everyAmountIsWrittenAsInTheTableThatTheWebAdminIsHeldTo() throws IOException {
        try (var file = AmountTextTests.class.getResourceAsStream("/amounts-as-written.tsv")) {
            var lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(lines).hasSizeGreaterThan(500).allSatisfy(line -> {
                var cells = line.split("\t");
                assertThat(text(cells[0], cells[1], cells[2])).as(line).isEqualTo(cells[3]);
            });
        }
    }

    /** The digits that were stored: the JDK keeps ISO's, a browser left alone drops them by CLDR's cash digits. */
    @ParameterizedTest
    @CsvSource({
        "RSD, 1299.50, 'RSD␣1,299.50'",
        "HUF, 12.50, HUF␣12.50",
        "LAK, 12.50, LAK␣12.50",
        "EUR, 8.2645, €8.2645",
        "JPY, 1200, '¥1,200'",
        "EUR, 0.00, €0.00",
    })
    void noDecimalIsLostOrMadeUp(String currency, String amount, String text) {
        assertThat(text("en", currency, amount)).isEqualTo(text);
    }

    private static String text(String locale, String currency, String amount) {
        return AmountText.of(new BigDecimal(amount), Currency.getInstance(currency), Locale.forLanguageTag(locale))
                .replace('\u00a0', '␣')
                .replace('\u202f', '⍽');
    }
}
