/**
 * Files of orders, products and shoppers on their way in: kept, read row by row in a job, their problems told in a
 * file for the merchant to mend. Hands to the root what csv, mapping and shopify made of a row; the root knows nothing
 * of files.
 */
@NullMarked
package app.retour.orders.imports;

import org.jspecify.annotations.NullMarked;
