/**
 * The way of a mail by SMTP: every wait bounded, what went wrong sorted into later, never and unknown. Stands behind
 * {@link app.retour.mail.MailTransport}; may use the face and the journal.
 */
@NullMarked
package app.retour.mail.smtp;

import org.jspecify.annotations.NullMarked;
