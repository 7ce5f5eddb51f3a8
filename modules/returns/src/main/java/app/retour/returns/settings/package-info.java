/**
 * What a shop decides once for all returns: reasons, resolutions, shipping, caps. May use the columns, and the words of {@code
 * rules}.
 */
@NullMarked
package app.retour.returns.settings;

import org.jspecify.annotations.NullMarked;
