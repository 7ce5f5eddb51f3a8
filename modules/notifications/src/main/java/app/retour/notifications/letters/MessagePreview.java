package app.retour.notifications.letters;

import app.retour.api.UserError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message as it would be read; empty with what is wrong when it cannot be written. */
public record MessagePreview(String subject, String html, String text, List<UserError> userErrors) {
    public static MessagePreview of(Letter letter) {
        return new MessagePreview(letter.subject(), letter.html(), letter.text(), List.of());
    }

    /** Nothing to read, and why. */
    public static MessagePreview refused(List<UserError> errors) {
        return new MessagePreview("", "", "", errors);
    }

    /** Bytes of the HTML part. */
    public int size() {
        return html.getBytes(StandardCharsets.UTF_8).length;
    }
}
