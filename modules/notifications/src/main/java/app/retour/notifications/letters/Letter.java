package app.retour.notifications.letters;

/** A message as it is read: both parts say the same. */
public record Letter(String subject, String text, String html) {}
