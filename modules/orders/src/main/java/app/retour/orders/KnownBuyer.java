package app.retour.orders;

import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperHistory;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of who bought an order; personal data.
 *
 * @param shopper null when the order names none, or they were erased
 * @param history null when the order names none
 * @param attributes of the order, and of its shopper
 */
public record KnownBuyer(
        @Nullable Shopper shopper, @Nullable ShopperHistory history, Attributes.Known attributes) {}
