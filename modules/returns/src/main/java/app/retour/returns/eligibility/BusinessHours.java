package app.retour.returns.eligibility;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Business hours, as this house counts them: every hour of Monday to Friday by the merchant's calendar counts, day and
 * night; hours of Saturday and Sunday do not. So 24 business hours from Friday 15:00 end on Monday 15:00, and from
 * anywhere in a weekend they end at midnight after Monday. Hours are real ones: on a day that is an hour longer or
 * shorter, one more or less is counted. Public holidays are not known and count.
 */
public final class BusinessHours {
    private BusinessHours() {}

    public static Instant after(Instant start, int hours, ZoneId zone) {
        var left = Duration.ofHours(hours);
        var at = start.atZone(zone);
        while (true) {
            var dayEnds = at.toLocalDate().plusDays(1).atStartOfDay(zone);
            if (isWeekend(at.getDayOfWeek())) {
                at = dayEnds;
                continue;
            }
            var today = Duration.between(at, dayEnds);
            if (left.compareTo(today) <= 0) {
                return at.toInstant().plus(left);
            }
            left = left.minus(today);
            at = dayEnds;
        }
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
