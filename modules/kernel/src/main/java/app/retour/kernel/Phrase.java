package app.retour.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a merchant tells her shoppers: in her own words, and perhaps the same in other languages.
 *
 * @param own in the merchant's own language, whichever that is
 * @param others by language tag, as {@link #tag} writes it
 */
public record Phrase(String own, SortedMap<String, String> others) {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    public Phrase {
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    public static Phrase of(String own) {
        return new Phrase(own, Collections.emptySortedMap());
    }

    /**
     * The text for who asked for a language; never nothing.
     *
     * @param home the merchant's own language
     */
    public String in(Locale asked, Locale home) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(home.toLanguageTag(), own);
        texts.putAll(others);
        return best(texts, asked, home).orElse(own);
    }

    /**
     * The best of some texts: in the language asked for, in its base language, in another region's; else the same of
     * the merchant's own; else any. Empty where there are none.
     *
     * @param texts by language tag
     */
    public static Optional<String> best(Map<String, String> texts, Locale asked, Locale home) {
        return in(texts, asked)
                .or(() -> in(texts, home))
                .or(() -> texts.values().stream().findFirst());
    }

    private static Optional<String> in(Map<String, String> texts, Locale language) {
        var base = language.getLanguage();
        return Stream.of(language.toLanguageTag(), base)
                .filter(texts::containsKey)
                .findFirst()
                .or(() -> texts.keySet().stream()
                        .filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(base) && !base.isEmpty())
                        .findFirst())
                .map(texts::get);
    }

    /** A BCP 47 tag of a language that exists, in its one right spelling; empty for anything else. */
    public static Optional<String> tag(String given) {
        try {
            var locale = new Locale.Builder().setLanguageTag(given.strip()).build();
            return Optional.of(locale.toLanguageTag())
                    .filter(_ -> LANGUAGES.contains(locale.getLanguage()))
                    .filter(_ -> locale.getCountry().isEmpty() || isPlace(locale.getCountry()));
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isPlace(String region) {
        return region.length() == 3 || Arrays.asList(Locale.getISOCountries()).contains(region);
    }
}
