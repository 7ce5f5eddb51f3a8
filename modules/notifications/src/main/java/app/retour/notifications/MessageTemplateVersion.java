package app.retour.notifications;

import java.time.Instant;

/** A text as it once was. */
public record MessageTemplateVersion(
        int version, String subject, String body, String buttonLabel, boolean isDefault, Instant savedAt) {}
