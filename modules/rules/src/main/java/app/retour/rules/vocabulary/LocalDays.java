package app.retour.rules.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Counts days as a merchant's calendar does: local dates in the tenant's zone, never spans of 24 hours. The day of
 * delivery is day 0, and a window of 30 days includes all of day 30.
 */
public final class LocalDays {
    private LocalDays() {}

    public static LocalDate dateOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    /** Days from one instant's local date to another's; negative when it lies ahead. */
    public static int between(Instant from, Instant to, ZoneId zone) {
        return between(dateOf(from, zone), dateOf(to, zone));
    }

    public static int between(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    /** The last local date on which "within so many days" still holds. */
    public static LocalDate lastDay(Instant delivered, int days, ZoneId zone) {
        return dateOf(delivered, zone).plusDays(days);
    }

    /** The first instant at which "within so many days" no longer holds: the start of the next local day. */
    public static Instant closesAt(Instant delivered, int days, ZoneId zone) {
        return lastDay(delivered, days, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The day to assume for a delivery nobody reported. Days counted from it are told as assumed. */
    public static LocalDate assumedDelivery(Instant fulfilled, int transitDays, ZoneId zone) {
        return dateOf(fulfilled, zone).plusDays(transitDays);
    }
}
