package app.retour.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant tells their shoppers: in one language that stands for all others, and perhaps the same in more. Which
 * one that is, is part of the phrase: it is never found by the order in which some store keeps its keys.
 *
 * @param own the text for who reads none of the other languages
 * @param language of that text, as {@link #tag} writes it; null: the merchant's own, whichever that is
 * @param others by language tag
 */
public record Phrase(String own, @Nullable String language, SortedMap<String, String> others) {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    public Phrase {
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    public Phrase(String own, SortedMap<String, String> others) {
        this(own, null, others);
    }

    public static Phrase of(String own) {
        return new Phrase(own, Collections.emptySortedMap());
    }

    /**
     * @param texts by language tag
     * @param language one of them: the text in it is the last resort
     */
    public static Phrase of(Map<String, String> texts, String language) {
        var others = new TreeMap<>(texts);
        return new Phrase(
                Objects.requireNonNull(others.remove(language), "There is no text in the language of last resort"),
                language,
                others);
    }

    /**
     * Which of the languages of a new phrase is the last resort: the merchant's own; else English, as the pages around it
     * are where they speak no other; else the first that was given.
     *
     * @param given in the order of whoever wrote them, not empty
     */
    public static String lastResort(Collection<String> given, Locale home) {
        return LanguageMatch.best(given, home)
                .or(() -> LanguageMatch.best(given, Locale.ENGLISH))
                .orElseGet(() -> given.iterator().next());
    }

    /**
     * The text for who asked for a language: in it, as {@link LanguageMatch} says; else in the merchant's; else the one
     * that stands for all.
     *
     * @param home the merchant's own language
     */
    public String in(Locale asked, Locale home) {
        var texts = new TreeMap<String, String>();
        texts.put(language == null ? home.toLanguageTag() : language, own);
        texts.putAll(others);
        return LanguageMatch.best(texts.keySet(), asked, home)
                .or(() -> LanguageMatch.best(texts.keySet(), home))
                .map(texts::get)
                .orElse(own);
    }

    /** Every text by its language tag, the last resort's among them; not for a phrase whose language nobody stored. */
    public SortedMap<String, String> texts() {
        var texts = new TreeMap<>(others);
        texts.put(Objects.requireNonNull(language), own);
        return Collections.unmodifiableSortedMap(texts);
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
