package app.retour.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of some languages serves a reader. A language is matched by what its readers can read: {@code nb} is {@code no},
 * {@code iw} is {@code he}, and Taiwan's Chinese is written in Hant whether a tag says so or not.
 */
public final class LanguageMatch {
    private static final Map<String, String> FAMILY = Map.of("nb", "no", "nn", "no");
    private static final Set<String> WRITE_HANT = Set.of("TW", "HK", "MO");
    private static final Map<String, String> USUAL_SCRIPT = Map.of("zh", "Hans", "sr", "Cyrl");

    private LanguageMatch() {}

    /** Whether who reads the one can read the other, apart from region and script. */
    public static boolean isSameLanguage(Locale one, Locale other) {
        return !one.getLanguage().isEmpty() && family(one).equals(family(other));
    }

    /**
     * The tag that serves who wants a language: the very same; else the language without a region; else another region's:
     * home's, or the first in the alphabet. A tag in the reader's script goes before all of another. Never another
     * language, and never by the order in which the tags happen to come.
     */
    public static Optional<String> best(Collection<String> tags, Locale wanted, Locale home) {
        return tags.stream()
                .filter(tag -> isSameLanguage(Locale.forLanguageTag(tag), wanted))
                .min(Comparator.<String, Integer>comparing(tag -> distance(Locale.forLanguageTag(tag), wanted))
                        .thenComparing(tag -> tag.equals(home.toLanguageTag()) ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The same where nobody is at home. */
    public static Optional<String> best(Collection<String> tags, Locale wanted) {
        return best(tags, wanted, Locale.ROOT);
    }

    private static int distance(Locale known, Locale wanted) {
        if (known.toLanguageTag().equals(wanted.toLanguageTag())) {
            return 0;
        }
        var region = known.getCountry().equals(wanted.getCountry())
                ? 0
                : known.getCountry().isEmpty() ? 2 : 4;
        var dialect = known.getLanguage().equals(wanted.getLanguage()) ? 0 : 1;
        var script = script(known).equals(script(wanted)) ? 0 : 8;
        return 1 + region + dialect + script;
    }

    private static String family(Locale locale) {
        return FAMILY.getOrDefault(locale.getLanguage(), locale.getLanguage());
    }

    private static String script(Locale locale) {
        if (!locale.getScript().isEmpty()) {
            return locale.getScript();
        }
        return locale.getLanguage().equals("zh") && WRITE_HANT.contains(locale.getCountry())
                ? "Hant"
                : USUAL_SCRIPT.getOrDefault(locale.getLanguage(), "");
    }
}
