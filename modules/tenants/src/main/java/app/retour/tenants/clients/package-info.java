/**
 * Programs that call the API for a merchant: their names, scopes and secrets. May use the audit, the secrets, the tenancy and
 * the merchants themselves, in the root.
 */
@NamedInterface("clients")
@NullMarked
package app.retour.tenants.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
