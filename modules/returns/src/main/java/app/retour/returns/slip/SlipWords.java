package app.retour.returns.slip;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Retour's own words on a slip: English, and every language that has a {@code slip/words_xx.properties}. */
final class SlipWords {
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private final ResourceBundle words;

    private SlipWords(ResourceBundle words) {
        this.words = words;
    }

    /** In that language, else in English; never in the machine's own. */
    static SlipWords in(Locale language) {
        return new SlipWords(
                ResourceBundle.getBundle("slip.words", language, SlipWords.class.getClassLoader(), NO_OTHER));
    }

    /** What it is in the end: countries and reasons are named in it too. */
    Locale language() {
        var found = words.getLocale();
        return found.getLanguage().isEmpty() ? Locale.ENGLISH : found;
    }

    String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), language()).format(values);
    }
}
