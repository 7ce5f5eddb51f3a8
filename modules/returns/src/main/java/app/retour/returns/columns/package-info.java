/** How this module's value lists are written into jsonb columns. Uses nothing of this module. */
@NullMarked
package app.retour.returns.columns;

import org.jspecify.annotations.NullMarked;
