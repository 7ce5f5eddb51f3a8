/**
 * Returns as they are shown to whoever asks, without a way to change them. May use the rooms above this one: events, status,
 * waterfall, eligibility, settings.
 */
@NamedInterface("view")
@NullMarked
package app.retour.returns.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
