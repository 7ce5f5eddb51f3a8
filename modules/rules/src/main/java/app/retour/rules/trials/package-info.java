/**
 * A draft tried on what real requests were: on stored decisions by a back-test, on those of the next days by a shadow run.
 * Nobody is ever judged by it. May use publishing, decisions and what is below those.
 */
@NullMarked
package app.retour.rules.trials;

import org.jspecify.annotations.NullMarked;
