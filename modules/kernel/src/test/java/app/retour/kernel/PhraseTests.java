package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads which text. */
class PhraseTests {
    private static final Phrase PHRASE = new Phrase(
            "own", new TreeMap<>(Map.of("de", "German", "de-AT", "Austrian", "pt-BR", "Brazilian", "fr", "French")));

    @ParameterizedTest
    @CsvSource({
        "de-AT, en, Austrian",
        "de-CH, en, German",
        "de,    en, German",
        "en-GB, en, own",
        "en,    en-GB, own",
        "pt-PT, en, Brazilian",
        "it,    en, own",
        "und,   en, own",
        // Her shop speaks German now: what was written for that language wins over words of before.
        "it,    de, German",
        "fr,    de, French",
        // Her own Portuguese, not another region's.
        "pt,    pt-PT, own",
    })
    void theLanguageAskedForThenItsBaseThenTheMerchantsOwn(String asked, String home, String text) {
        assertThat(PHRASE.in(Locale.forLanguageTag(asked), Locale.forLanguageTag(home)))
                .isEqualTo(text);
    }

    @Test
    void whatIsToldByLanguageOnlyIsNeverNothing() {
        assertThat(Phrase.best(Map.of("fr", "French"), Locale.GERMAN, Locale.ENGLISH))
                .contains("French");
        assertThat(Phrase.best(Map.of(), Locale.GERMAN, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, de", "DE-at, de-AT", "pt-br, pt-BR", "zh-hant-tw, zh-Hant-TW", "es-419, es-419"})
    void aLanguageHasOneSpelling(String given, String tag) {
        assertThat(Phrase.tag(given)).contains(tag);
    }

    @ParameterizedTest
    @CsvSource({"german", "xx", "de_DE", "''", "de-ZZ", "de--AT", "und"})
    void whatIsNoLanguageIsNone(String given) {
        assertThat(Phrase.tag(given)).isEmpty();
    }
}
