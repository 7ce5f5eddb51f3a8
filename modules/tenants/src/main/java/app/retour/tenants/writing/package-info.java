/**
 * Writes of one transaction that leave for the database together, in one round trip instead of one each. Uses nothing of this
 * module.
 */
@NamedInterface("writing")
@NullMarked
package app.retour.tenants.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
