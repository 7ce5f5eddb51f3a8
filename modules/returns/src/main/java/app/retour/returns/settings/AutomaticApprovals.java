package app.retour.returns.settings;

import app.retour.kernel.ShopAmount;
import org.jspecify.annotations.Nullable;

/**
 * What rules alone approved for a shopper in the period of the caps, the return in question left out. An order that names
 * no shopper is a shopper of its own.
 *
 * @param returns with at least one such item
 * @param value of those items; null when nobody knows what one of them is in the shop's currency
 */
public record AutomaticApprovals(int returns, @Nullable ShopAmount value) {}
