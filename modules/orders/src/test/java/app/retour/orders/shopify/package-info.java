/** Tests of reading Shopify's files. */
@NullMarked
package app.retour.orders.shopify;

import org.jspecify.annotations.NullMarked;
