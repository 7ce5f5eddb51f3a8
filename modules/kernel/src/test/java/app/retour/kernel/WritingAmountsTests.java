package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts in sentences and columns, in any language. */
class WritingAmountsTests {
    private static final List<String> LOCALES = List.of(
            "en", "en-GB", "de", "de-AT", "de-CH", "fr", "es", "es-MX", "pl", "pt-BR", "pt-PT", "sv", "ja", "it");

    @Property
    void noDigitIsLostOrMadeUp(@ForAll long units, @ForAll("locales") Locale locale, @ForAll("codes") String code) {
        var money = Money.ofMinorUnits(units, Currency.getInstance(code));
        assertThat(digits(AmountText.of(money, locale)))
                .isEqualTo(digits(money.amount().toPlainString()));
    }

    @Property
    void aDebtIsWrittenLikeTheCreditWithASign(
            @ForAll @LongRange(min = 1, max = 10_000_000) long units, @ForAll("locales") Locale locale) {
        var credit = AmountText.of(Money.ofMinorUnits(units, Currency.getInstance("CHF")), locale);
        var debt = AmountText.of(Money.ofMinorUnits(-units, Currency.getInstance("CHF")), locale);
        // Swiss German has no room between the currency and the sign: CHF-0.05.
        assertThat(debt.replaceAll("[-\u2212]", ""))
                .satisfies(unsigned -> assertThat(bare(unsigned)).isEqualTo(bare(credit)));
        assertThat(debt).isNotEqualTo(credit);
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, EUR, en, €100",
        "49.90,  EUR, en, €49.90",
        "49.9,   EUR, de, '49,90␣€'",
        "100,    CHF, de-CH, CHF␣100",
        "1200,   JPY, en, '¥1,200'",
        "0.00,   EUR, en, €0",
    })
    void spokenAWholeAmountHasNoDecimals(String amount, String currency, String tag, String text) {
        assertThat(AmountText.spoken(Money.of(amount, currency), Locale.forLanguageTag(tag))
                        .replace('\u00a0', '␣'))
                .isEqualTo(text);
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(LOCALES).map(Locale::forLanguageTag);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("EUR", "JPY", "KWD", "CHF", "HUF", "RSD");
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]", "");
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
