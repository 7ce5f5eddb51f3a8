package app.retour.portal;

import app.retour.kernel.LanguageMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What one shopper reads.
 *
 * @param asked as asked for, with its script and region: the merchant's own texts follow it
 * @param words the language of the portal's own words, amounts and dates
 */
record Language(Locale asked, Locale words) {
    private static final String KEPT = Language.class.getName();
    private static final int LONGEST_HEADER = 500;

    /**
     * Their own choice, else the first their browser names that we or the shop speak, else the shop's.
     *
     * @param chosen in this portal, null where none was made
     * @param accepted the header of the browser
     * @param home the shop's, null where nobody can say
     */
    static Language of(@Nullable String chosen, @Nullable String accepted, @Nullable Locale home, List<Locale> spoken) {
        var own = home == null ? Locale.ENGLISH : home;
        if (chosen != null && isSpoken(Locale.forLanguageTag(chosen), spoken)) {
            return in(Locale.forLanguageTag(chosen), spoken);
        }
        for (var range : preferences(accepted)) {
            var preference = Locale.forLanguageTag(range.getRange());
            if (range.getRange().equals("*")) {
                break;
            }
            if (isSpoken(preference, spoken) || LanguageMatch.isSameLanguage(preference, own)) {
                return in(preference.stripExtensions(), spoken);
            }
        }
        return in(own, spoken);
    }

    private static List<Locale.LanguageRange> preferences(@Nullable String accepted) {
        if (accepted == null || accepted.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    private static boolean isSpoken(Locale preference, List<Locale> spoken) {
        return spoken.contains(Locale.of(preference.getLanguage()));
    }

    private static Language in(Locale asked, List<Locale> spoken) {
        return new Language(asked, isSpoken(asked, spoken) ? Locale.of(asked.getLanguage()) : Locale.ENGLISH);
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(KEPT, this);
    }

    static @Nullable Language of(HttpServletRequest request) {
        return (Language) request.getAttribute(KEPT);
    }

    /** What the schema is asked in: nothing where no page is made, or none yet. */
    static Locale askedNow() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
                        && of(page.getRequest()) instanceof Language known
                ? known.asked()
                : Locale.ROOT;
    }
}
