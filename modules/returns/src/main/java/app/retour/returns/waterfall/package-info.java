/**
 * The sums of a refund, from what was paid to what goes back to which tender, each step with its reason. Pure; may use the
 * settings, and the fees of {@code rules}.
 */
@NamedInterface("waterfall")
@NullMarked
package app.retour.returns.waterfall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
