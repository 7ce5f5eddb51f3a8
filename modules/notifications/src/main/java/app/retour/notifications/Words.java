package app.retour.notifications;

/** What a merchant may write for a moment: Liquid in each of them; see {@link Markup} for the body. */
record Words(String subject, String body, String buttonLabel) {}
