package app.retour.returns.eligibility;

import app.retour.orders.Order;
import app.retour.rules.vocabulary.LocalDays;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The local day on which an order came.
 *
 * @param date null when nobody knows and nothing is assumed
 * @param assumed counted from dispatch
 */
public record DeliveryDay(@Nullable LocalDate date, boolean assumed) {

    /** @param transitDays to assume from dispatch; null: assume nothing */
    public static DeliveryDay of(Order order, @Nullable Integer transitDays, ZoneId zone) {
        if (order.deliveredAt() != null) {
            return new DeliveryDay(LocalDays.dateOf(order.deliveredAt(), zone), false);
        }
        if (order.fulfilledAt() != null && transitDays != null) {
            return new DeliveryDay(LocalDays.assumedDelivery(order.fulfilledAt(), transitDays, zone), true);
        }
        return new DeliveryDay(null, false);
    }

    /** Days from delivery to a day; day 0 is the day of delivery, and a parcel cannot come back before it came. */
    @Nullable
    public Integer daysUntil(LocalDate day) {
        return date == null ? null : Math.max(0, LocalDays.between(date, day));
    }
}
