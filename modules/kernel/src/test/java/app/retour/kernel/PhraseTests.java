package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        // The shop speaks German now: what was written for that language wins over words of before.
        "it,    de, German",
        "fr,    de, French",
        // The merchant's own Portuguese, not another region's.
        "pt,    pt-PT, own",
    })
    void theLanguageAskedForThenItsBaseThenTheMerchantsOwn(String asked, String home, String text) {
        assertThat(PHRASE.in(Locale.forLanguageTag(asked), Locale.forLanguageTag(home)))
                .isEqualTo(text);
    }

    /** A jsonb of PostgreSQL 18 (seen 2026-11-29) gives its keys back by length, then by bytes: "de" before "en". */
    @ParameterizedTest
    @CsvSource({"fr, fr", "ja, ja", "it, es", "nl, nl", "da, sv", "pl, pl"})
    void theLastResortIsStoredAndNoOrderOfKeys(String asked, String home) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("de", "Zu klein");
        texts.put("en", "Too small");
        var phrase = Phrase.of(texts, "en");
        assertThat(phrase.in(Locale.forLanguageTag(asked), Locale.forLanguageTag(home)))
                .isEqualTo("Too small");
        assertThat(phrase.in(Locale.GERMAN, Locale.forLanguageTag(home))).isEqualTo("Zu klein");
        assertThat(phrase.texts()).isEqualTo(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, en de-AT fr, de-AT",
        "de,    en de-AT fr, de-AT",
        "fr,    nl en,       en",
        "fr,    nl it,       nl",
        "fr,    it nl,       it",
    })
    void aNewPhraseFallsBackToItsMerchantsLanguageThenToEnglishThenToWhatWasGivenFirst(
            String home, String given, String language) {
        assertThat(Phrase.lastResort(List.of(given.split(" ")), Locale.forLanguageTag(home)))
                .isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "pt-BR,      pt-PT pt,        pt",
        "pt-BR,      pt-PT,           pt-PT",
        "pt,         pt-PT pt-BR,     pt-BR",
        "pt-PT,      pt pt-BR,        pt",
        "nb-NO,      no da,           no",
        "no,         nn nb,           nb",
        "nn,         nb nn,           nn",
        "iw,         he,              he",
        "he-IL,      iw,              iw",
        "in,         id,              id",
        "zh-Hant,    zh zh-TW,        zh-TW",
        "zh-TW,      zh-CN zh-Hant,   zh-Hant",
        "zh-HK,      zh zh-Hant-TW,   zh-Hant-TW",
        "zh-CN,      zh-Hant zh-Hans, zh-Hans",
        "zh-Hant-TW, zh,              zh",
        "sr-Latn,    sr sr-Latn-RS,   sr-Latn-RS",
        "de,         en,              ''",
        "und,        en,              ''",
    })
    void aLanguageIsMatchedByWhatItsReadersRead(String wanted, String known, String best) {
        var tags = List.of(known.split(" "));
        assertThat(LanguageMatch.best(tags, Locale.forLanguageTag(wanted)).orElse(""))
                .isEqualTo(best);
        assertThat(LanguageMatch.best(tags.reversed(), Locale.forLanguageTag(wanted))
                        .orElse(""))
                .isEqualTo(best);
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
