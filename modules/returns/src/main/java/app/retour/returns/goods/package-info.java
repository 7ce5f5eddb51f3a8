/**
 * What came back, in units: receipts, counted lines, and what differs from what was announced. May use the record and what is
 * beneath it.
 */
@NullMarked
package app.retour.returns.goods;

import org.jspecify.annotations.NullMarked;
