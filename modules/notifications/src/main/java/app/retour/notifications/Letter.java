package app.retour.notifications;

/** A message as it is read: both parts say the same. */
record Letter(String subject, String text, String html) {}
