/** Reads the CSV files that Shopify's admin exports: by the names of columns, never by their position. */
@NullMarked
package app.retour.orders.shopify;

import org.jspecify.annotations.NullMarked;
