package app.retour.notifications.letters;

import app.retour.kernel.LanguageMatch;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The few words of Retour's own that stand in a merchant's message; in its language where known, else in English. */
public final class OwnWords {
    private static final String[] LANGUAGES = {"de", "fr", "nl", "it", "es", "da", "sv", "pl", "ja"};
    private static final Properties ENGLISH = read("/templates/notifications/words.properties");
    private static final Map<String, Properties> OTHERS = others();
    private final Properties words;

    private OwnWords(Properties words) {
        this.words = words;
    }

    public static OwnWords in(Locale locale) {
        return new OwnWords(
                LanguageMatch.best(OTHERS.keySet(), locale).map(OTHERS::get).orElse(ENGLISH));
    }

    String of(String key) {
        var english = ENGLISH.getProperty(key);
        if (english == null) {
            throw new IllegalArgumentException("There are no words for " + key);
        }
        return words.getProperty(key, english);
    }

    String of(String key, String filled) {
        return of(key).replace("{0}", filled);
    }

    /** Empty where this language has none of its own. */
    public Optional<String> own(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    private static Map<String, Properties> others() {
        var others = new HashMap<String, Properties>();
        for (var language : LANGUAGES) {
            others.put(language, read("/templates/notifications/words_%s.properties".formatted(language)));
        }
        return Map.copyOf(others);
    }

    private static Properties read(String name) {
        var words = new Properties();
        try (var file = OwnWords.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
