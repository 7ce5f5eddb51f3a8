/**
 * What is kept so that a copy of the database tells nothing: encrypted values, signatures, hashed tokens, the keys that sign
 * access tokens. May use the jobs and the tenancy.
 */
@NamedInterface("secrets")
@NullMarked
package app.retour.tenants.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
