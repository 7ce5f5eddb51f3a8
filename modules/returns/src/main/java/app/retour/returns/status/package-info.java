/**
 * What is said of where a return stands, to the shopper and to the team, derived from its four facts and never stored. Pure; uses
 * nothing of this module, and the parcel's states of {@code tracking}.
 */
@NamedInterface("status")
@NullMarked
package app.retour.returns.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
