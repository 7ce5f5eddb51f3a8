package app.retour.notifications;

/** One moment, its switch, and its words in the merchant's language. */
public record MomentSetting(Moment moment, boolean enabled, MessageTemplate template) {}
