/**
 * How far the mails under way came, written where it outlives the process but not the machine: whoever was killed between
 * noting that a mail may leave and saying its end is thereby known to have said no end. Depends on nothing of this module.
 */
@NamedInterface("mailjournal")
@NullMarked
package app.retour.tenants.mailjournal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
