package app.retour.notifications;

import app.retour.notifications.letters.MessageTemplate;
import app.retour.notifications.moments.Moment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody is writing; what is null is taken from the saved template.
 *
 * @param locale null for the merchant's own
 */
public record TemplateDraft(
        Moment moment,
        @Nullable Locale locale,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String buttonLabel) {

    MessageTemplate over(MessageTemplate saved) {
        var changes = subject != null || body != null || buttonLabel != null;
        return new MessageTemplate(
                moment,
                saved.locale(),
                subject == null ? saved.subject() : subject,
                body == null ? saved.body() : body,
                buttonLabel == null ? saved.buttonLabel() : buttonLabel,
                saved.isDefault() && !changes,
                saved.version(),
                saved.savedAt());
    }
}
