/** The deployable: boot, security, the static front ends, and what an operator gets. Sees all, nobody sees it. */
@NullMarked
package app.retour.app;

import org.jspecify.annotations.NullMarked;
