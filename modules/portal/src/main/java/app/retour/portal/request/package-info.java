/**
 * The screens of a return on its way to being asked for: what goes back, why, what is wanted instead, photos, all of
 * it once more. The draft lives in the shopper's cookie. Uses the root, which knows nothing of these pages.
 */
@NullMarked
package app.retour.portal.request;

import org.jspecify.annotations.NullMarked;
