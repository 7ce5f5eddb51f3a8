/**
 * Staff: how they sign up, sign in and prove it is them, which merchants they work for and as what. May use all other rooms of
 * this module; none of them uses this one.
 */
@NamedInterface("people")
@NullMarked
package app.retour.tenants.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
