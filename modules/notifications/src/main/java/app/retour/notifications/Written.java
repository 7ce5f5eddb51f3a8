package app.retour.notifications;

import java.util.Locale;

/** A letter and the template it was written from; version 0 is Retour's own text. */
record Written(Letter letter, Locale locale, int templateVersion) {}
