package app.retour.orders.shoppers;

import app.retour.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper bought up to a moment. Counted only where the tenant's history is complete, or as a source told it;
 * else unknown (null).
 *
 * @param completeSince from when on every order is known; null when the tenant never said so
 * @param lifetimeOrders orders not canceled, the one at hand included
 * @param lifetimeSpend their order values; unknown when they are of several currencies
 * @param unitsBought units in them, for a return rate; only ever counted
 */
public record ShopperHistory(
        @Nullable Instant completeSince,
        @Nullable Integer lifetimeOrders,
        @Nullable Money lifetimeSpend,
        @Nullable Integer unitsBought) {
    public static final ShopperHistory UNKNOWN = new ShopperHistory(null, null, null, null);

    /** What a source told may be older or reach further back than what is counted here: the greater of the two holds. */
    public ShopperHistory orMore(ShopperHistory told) {
        return new ShopperHistory(
                completeSince,
                lifetimeOrders == null || told.lifetimeOrders == null
                        ? lifetimeOrders
                        : Integer.valueOf(Math.max(lifetimeOrders, told.lifetimeOrders)),
                lifetimeSpend == null
                                || told.lifetimeSpend == null
                                || !lifetimeSpend.currency().equals(told.lifetimeSpend.currency())
                        ? lifetimeSpend
                        : lifetimeSpend.max(told.lifetimeSpend),
                unitsBought);
    }
}
