/**
 * What every room of orders needs to take in something told: the limits that a value keeps to, what became of it, and
 * the columns of a row in the types of this module, and how order numbers are compared. Uses no other room.
 */
@NullMarked
package app.retour.orders.rows;

import org.jspecify.annotations.NullMarked;
