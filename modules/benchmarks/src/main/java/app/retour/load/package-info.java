/** The whole product measured from outside, as its users meet it: over HTTP, in a process of its own, on real PostgreSQL. */
@NullMarked
package app.retour.load;

import org.jspecify.annotations.NullMarked;
