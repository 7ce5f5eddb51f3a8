package app.retour.returns.eligibility;

import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.returns.settings.AutomaticApprovals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a shopper before this return; all unknown for an order that names none.
 *
 * @param returnsIn90Days their returns in the 90 days before
 * @param unitsReturned of all their earlier returns that were not refused
 * @param approved what rules alone approved for them lately
 */
public record ShopperPast(
        @Nullable Shopper shopper,
        @Nullable ShopperHistory history,
        int returnsIn90Days,
        int unitsReturned,
        AutomaticApprovals approved) {
    public static final Duration NINETY_DAYS = Duration.ofDays(90);

    /** Counted only where every order of that time is known. */
    @Nullable
    public Integer knownReturnsIn90Days(Instant at) {
        var since = history == null ? null : history.completeSince();
        return since == null || since.isAfter(at.minus(NINETY_DAYS)) ? null : returnsIn90Days;
    }

    /** Percent of the units they bought, 100 at most though canceled orders are not counted; unknown where those are. */
    @Nullable
    public BigDecimal returnRate() {
        var bought = history == null ? null : history.unitsBought();
        if (bought == null || bought == 0) {
            return null;
        }
        return BigDecimal.valueOf(unitsReturned)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(bought), 2, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(100));
    }

    @Nullable
    public Boolean firstOrder() {
        var orders = history == null ? null : history.lifetimeOrders();
        return orders == null ? null : orders <= 1;
    }
}
