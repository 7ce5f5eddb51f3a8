/**
 * Erases shoppers: finds their orders, takes away what imports said of them, and takes the requests that shops make.
 * Uses the root and shoppers.
 */
@NullMarked
package app.retour.orders.erasure;

import org.jspecify.annotations.NullMarked;
