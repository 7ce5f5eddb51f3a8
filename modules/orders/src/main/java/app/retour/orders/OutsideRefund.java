package app.retour.orders;

import app.retour.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that the shop gave back without Retour, and what for.
 *
 * @param id the source's own, stable within the order
 * @param line whose goods; null when not told, or not for goods
 * @param quantity how many of its units; null when not told
 * @param tenderId the payment it went back to; null when not told
 */
public record OutsideRefund(
        String id,
        Kind kind,
        @Nullable OrderLineId line,
        @Nullable Integer quantity,
        Money amount,
        @Nullable String tenderId) {
    /** What it was given back for. */
    public enum Kind {
        GOODS,
        SHIPPING,
        OTHER
    }
}
