package app.retour.orders.amounts;

import app.retour.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment of an order.
 *
 * @param id stable within the order
 * @param amount what was captured by it; null where the source names several means but not how much each paid
 * @param label the means as the shop calls it
 */
public record Tender(String id, Kind kind, @Nullable Money amount, String label) {
    /** What sort of means it is; gift cards and credit get their money back first. */
    public enum Kind {
        GIFT_CARD,
        STORE_CREDIT,
        CARD,
        OTHER,
        UNKNOWN
    }
}
