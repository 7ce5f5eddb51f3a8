/**
 * Mails about an account, not about a return: queued in the transaction that causes them, sent as Retour. May use the secrets,
 * and the module for mail.
 */
@NamedInterface("accountmail")
@NullMarked
package app.retour.tenants.accountmail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
