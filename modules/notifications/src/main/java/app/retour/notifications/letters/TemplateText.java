package app.retour.notifications.letters;

/** What a merchant may write for a moment: Liquid in each of them; see {@link Markup} for the body. */
public record TemplateText(String subject, String body, String buttonLabel) {}
