/**
 * What an order cost and how it was paid: prices, charges, tenders, and the sums that share discounts and tax among
 * lines. Plain values, no database; uses no other room.
 */
@NamedInterface("amounts")
@NullMarked
package app.retour.orders.amounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
