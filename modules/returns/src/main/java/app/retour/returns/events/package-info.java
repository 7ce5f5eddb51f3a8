/**
 * What this module announces, and the ids it speaks of. May use the status. The full names of events are stored until every
 * listener has heard them: a type that moves needs a changeset.
 */
@NamedInterface("events")
@NullMarked
package app.retour.returns.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
