/** What a shop decides once for all returns: reasons, resolutions, shipping, caps. May use the columns. */
@NullMarked
package app.retour.returns.settings;

import org.jspecify.annotations.NullMarked;
