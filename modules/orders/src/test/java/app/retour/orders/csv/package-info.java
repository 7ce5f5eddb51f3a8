/** Tests of reading CSV files. */
@NullMarked
package app.retour.orders.csv;

import org.jspecify.annotations.NullMarked;
