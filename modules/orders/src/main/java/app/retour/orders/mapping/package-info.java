/**
 * Files of orders from any shop: which of their columns tells what, found out, shown and changed by a person, kept for
 * the next file.
 */
@NullMarked
package app.retour.orders.mapping;

import org.jspecify.annotations.NullMarked;
