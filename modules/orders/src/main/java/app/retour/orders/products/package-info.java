/**
 * What a shop sells: products with their options and pictures, as told by files or by the API. Uses the limits and
 * columns of rows.
 */
@NamedInterface("products")
@NullMarked
package app.retour.orders.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
