package app.retour.notifications.letters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text that people typed, made fit for a place in a message. */
final class PlainText {
    private PlainText() {}

    /** What people typed stays one line and starts no list. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Text with several lines, of the merchant's own writing. */
    static String lines(List<@Nullable String> parts) {
        var kept = new ArrayList<String>();
        for (var part : parts) {
            if (part != null && !part.isBlank()) {
                kept.add(line(part));
            }
        }
        return String.join("\n", kept);
    }
}
