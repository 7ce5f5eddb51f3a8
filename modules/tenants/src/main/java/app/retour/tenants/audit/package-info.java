/**
 * Who did what, and when, for whoever must be able to tell. May use the tenancy and the jobs.
 */
@NamedInterface("audit")
@NullMarked
package app.retour.tenants.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
