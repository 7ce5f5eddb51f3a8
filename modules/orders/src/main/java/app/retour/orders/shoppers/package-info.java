/**
 * Who bought: shoppers, their addresses, what they prove an order with, and the keyed hashes by which an erased past
 * stays erased. Uses the limits and columns of rows.
 */
@NamedInterface("shoppers")
@NullMarked
package app.retour.orders.shoppers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
