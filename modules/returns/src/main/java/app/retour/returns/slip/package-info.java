/** The return slip: a page to print, with a barcode that the warehouse scans. */
@NullMarked
package app.retour.returns.slip;

import org.jspecify.annotations.NullMarked;
