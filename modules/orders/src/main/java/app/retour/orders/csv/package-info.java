/**
 * Reads CSV files as shops and spreadsheets write them, a row at a time: what one row says wrong holds up no other, and
 * what belongs together is joined or refused, never cut short.
 */
@NullMarked
package app.retour.orders.csv;

import org.jspecify.annotations.NullMarked;
