/**
 * Work that is done later or again and again, each job under its tenant. May use the tenancy.
 */
@NamedInterface("jobs")
@NullMarked
package app.retour.tenants.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
