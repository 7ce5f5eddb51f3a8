/** The act of receiving: a code is scanned, units are counted, graded and closed. May use the goods and the refunds. */
@NullMarked
package app.retour.returns.receiving;

import org.jspecify.annotations.NullMarked;
