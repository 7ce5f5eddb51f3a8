package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes an amount, in the way of whichever country: what is read is that amount, or nothing at all. */
class AmountsWrittenAndReadTests {
    private static final List<String> COUNTRIES =
            List.of("en-US", "de-DE", "fr-FR", "de-CH", "sv-SE", "pl-PL", "it-IT", "en-IN");

    @Property
    void anAmountWithTwoDecimalsIsReadAsItWasWritten(
            @ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long cents,
            @ForAll("countries") Locale country) {
        var amount = BigDecimal.valueOf(cents, 2);
        var format = java.text.NumberFormat.getNumberInstance(country);
        format.setMinimumFractionDigits(2);
        assertThat(DecimalText.of(format.format(amount)))
                .isInstanceOfSatisfying(
                        DecimalText.Exact.class,
                        exact -> assertThat(exact.number()).isEqualByComparingTo(amount));
    }

    @Property
    void aWholeAmountIsReadAsItIsOrAsOneOfTwo(
            @ForAll @IntRange(max = 999_999_999) int amount, @ForAll("countries") Locale country) {
        var text = java.text.NumberFormat.getIntegerInstance(country).format(amount);
        switch (DecimalText.of(text)) {
            case DecimalText.Exact(BigDecimal number, var _) ->
                assertThat(number).isEqualByComparingTo(BigDecimal.valueOf(amount));
            case DecimalText.Ambiguous(BigDecimal _, BigDecimal thousands) ->
                assertThat(thousands).isEqualByComparingTo(BigDecimal.valueOf(amount));
            case DecimalText.Unread() -> assertThat(country).as(text).isEqualTo(Locale.forLanguageTag("en-IN"));
        }
    }

    /** Once the sign is known nothing is of two meanings. */
    @Property
    void withTheSignSaidAnAmountHasOneReading(
            @ForAll @LongRange(max = 9_999_999_999L) long thousandths, @ForAll DecimalSign sign) {
        var amount = BigDecimal.valueOf(thousandths, 3);
        var country = sign == DecimalSign.DOT ? Locale.US : Locale.GERMANY;
        var format = java.text.NumberFormat.getNumberInstance(country);
        format.setMinimumFractionDigits(3);
        assertThat(DecimalText.of(format.format(amount), sign))
                .isInstanceOfSatisfying(DecimalText.Exact.class, exact -> {
                    assertThat(exact.number()).isEqualByComparingTo(amount);
                    assertThat(exact.sign()).isEqualTo(sign);
                });
    }

    @Property
    void whateverStandsInACellIsReadOrNot(@ForAll("cells") String cell) {
        for (var reading : List.of(
                DecimalText.of(cell), DecimalText.of(cell, DecimalSign.DOT), DecimalText.of(cell, DecimalSign.COMMA))) {
            if (reading instanceof DecimalText.Exact(BigDecimal number, var _)) {
                assertThat(digits(number.toPlainString()))
                        .as("%s is read as %s", cell, number)
                        .isEqualTo(digits(cell));
            }
        }
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    @ParameterizedTest
    @CsvSource({
        "(49.90), -49.90",
        "'-1.234,50 €', -1234.50",
        "−5.00, -5.00",
        "US$ 49.90, 49.90",
        "CHF 20, 20",
        "'20,- €', ''"
    })
    void aDebtAndACurrencyAreWrittenInManyWays(String cell, String number) {
        if (number.isEmpty()) {
            assertThat(DecimalText.of(cell)).isInstanceOf(DecimalText.Unread.class);
        } else {
            assertThat(DecimalText.of(cell))
                    .isInstanceOfSatisfying(
                            DecimalText.Exact.class,
                            exact -> assertThat(exact.number()).isEqualByComparingTo(number));
        }
    }

    @Provide
    Arbitrary<Locale> countries() {
        return Arbitraries.of(COUNTRIES).map(Locale::forLanguageTag);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("0123456789.,-' €$()E").ofMaxLength(12);
    }
}
