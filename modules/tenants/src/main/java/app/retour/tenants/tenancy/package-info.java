/**
 * The tenant of the moment: bound to the thread and to every transaction before its first statement, so that row-level security
 * answers for that tenant alone. Uses nothing of this module.
 */
@NamedInterface("tenancy")
@NullMarked
package app.retour.tenants.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
