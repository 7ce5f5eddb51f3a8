/**
 * How a letter leaves the house: the port for mail, its way by SMTP, and the sender that messages bear. Uses no other
 * room.
 */
@NullMarked
package app.retour.notifications.smtp;

import org.jspecify.annotations.NullMarked;
