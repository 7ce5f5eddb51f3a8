package app.retour.notifications.letters;

import app.retour.notifications.moments.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The words of one moment in one language, as used now.
 *
 * @param locale BCP 47
 * @param isDefault Retour's own text
 * @param version to give back when saving; 0 when the merchant never saved any
 */
public record MessageTemplate(
        Moment moment,
        String locale,
        String subject,
        String body,
        String buttonLabel,
        boolean isDefault,
        int version,
        @Nullable Instant savedAt) {

    public TemplateText words() {
        return new TemplateText(subject, body, buttonLabel);
    }
}
