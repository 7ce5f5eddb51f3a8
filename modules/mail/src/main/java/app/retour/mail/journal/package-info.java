/**
 * How far the mails under way came, written where it outlives the process but not the machine: whoever was killed between
 * noting that a mail may leave and saying its end is thereby known to have said no end. Uses no other room.
 */
@NamedInterface("journal")
@NullMarked
package app.retour.mail.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
