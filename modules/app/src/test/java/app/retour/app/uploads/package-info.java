/** Whoever sends a file is asked before a byte of it is read. */
@NullMarked
package app.retour.app.uploads;

import org.jspecify.annotations.NullMarked;
