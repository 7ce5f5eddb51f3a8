package app.retour.notifications;

import app.retour.notifications.letters.MessageTemplate;
import app.retour.notifications.moments.Moment;

/** One moment, its switch, and its words in the merchant's language. */
public record MomentSetting(Moment moment, boolean enabled, MessageTemplate template) {}
