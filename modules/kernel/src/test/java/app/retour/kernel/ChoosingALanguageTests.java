package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever languages a text is in, who reads it gets theirs or the merchant's, and the same one every time. */
class ChoosingALanguageTests {
    private static final List<String> TAGS = List.of(
            "de", "de-AT", "de-CH", "pt", "en", "en-GB", "fr", "fr-CA", "pt-BR", "pt-PT", "nb", "no", "zh-TW",
            "zh-Hans", "sr-Latn", "iw");

    @Provide
    Arbitrary<Set<String>> someTags() {
        return Arbitraries.of(TAGS).set().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.of(TAGS);
    }

    @Property
    void theOrderInWhichLanguagesAreKeptDecidesNothing(
            @ForAll("someTags") Set<String> known, @ForAll("tags") String wanted, @ForAll("tags") String home) {
        var there = List.copyOf(known);
        var locale = Locale.forLanguageTag(wanted);
        assertThat(LanguageMatch.best(there.reversed(), locale, Locale.forLanguageTag(home)))
                .isEqualTo(LanguageMatch.best(there, locale, Locale.forLanguageTag(home)));
    }

    @Property
    void whoseLanguageIsThereGetsExactlyIt(@ForAll("someTags") Set<String> known, @ForAll("tags") String wanted) {
        var best = LanguageMatch.best(known, Locale.forLanguageTag(wanted));
        if (known.contains(wanted)) {
            assertThat(best).contains(wanted);
        }
        assertThat(best.map(Locale::forLanguageTag)
                        .map(found -> LanguageMatch.isSameLanguage(found, Locale.forLanguageTag(wanted)))
                        .orElse(true))
                .isTrue();
    }

    @Property
    void whoReadsTheOneLanguageReadsTheOther(@ForAll("tags") String one, @ForAll("tags") String other) {
        var a = Locale.forLanguageTag(one);
        var b = Locale.forLanguageTag(other);
        assertThat(LanguageMatch.isSameLanguage(a, b)).isEqualTo(LanguageMatch.isSameLanguage(b, a));
        assertThat(LanguageMatch.isSameLanguage(a, a)).isTrue();
        assertThat(LanguageMatch.isSameLanguage(a, Locale.ROOT)).isFalse();
    }

    @Property
    void aPhraseIsReadInTheLanguageAskedForWhereItHasIt(
            @ForAll("someTags") Set<String> known, @ForAll("tags") String asked, @ForAll("tags") String home) {
        var texts = new TreeMap<String, String>();
        known.forEach(tag -> texts.put(tag, "text in " + tag));
        var phrase = Phrase.of(texts, Phrase.lastResort(known, Locale.forLanguageTag(home)));
        var read = phrase.in(Locale.forLanguageTag(asked), Locale.forLanguageTag(home));
        assertThat(texts).containsValue(read);
        if (known.contains(asked)) {
            assertThat(read).isEqualTo("text in " + asked);
        }
        assertThat(phrase.texts()).isEqualTo(texts);
    }

    @Test
    void aPhraseWithoutTheTextOfItsLastResortIsAMistake() {
        assertThatNullPointerException()
                .isThrownBy(() -> Phrase.of(Map.of("de", "Zu klein"), "en"))
                .withMessageContaining("last resort");
    }

    @Property
    void aTagIsItsOwnOneSpelling(@ForAll("tags") String tag) {
        assertThat(Phrase.tag(" " + tag.toLowerCase(Locale.ROOT) + " ").flatMap(Phrase::tag))
                .isEqualTo(Phrase.tag(tag));
    }
}
