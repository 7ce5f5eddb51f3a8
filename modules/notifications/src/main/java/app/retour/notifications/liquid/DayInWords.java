package app.retour.notifications.liquid;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** English days as people write them: “March 14, 2016”, “14 Mar 2016 10:30”. Whatever lacks day or year is none. */
final class DayInWords {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{3,9}");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d:])\\d{4}(?![\\d:])");
    private static final Pattern DAY = Pattern.compile("(?<![\\d:.])(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.])");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([ap]m)?", Pattern.CASE_INSENSITIVE);

    private DayInWords() {}

    static @Nullable ZonedDateTime read(String text, ZonedDateTime now) {
        var month = month(text);
        var year = YEAR.matcher(text);
        var day = DAY.matcher(text);
        if (text.length() > 60 || month == null || !year.find() || !day.find()) {
            return null;
        }
        var date = LocalDate.of(Integer.parseInt(year.group()), month, Integer.parseInt(day.group(1)));
        return date.atTime(time(text)).atZone(now.getZone());
    }

    private static @Nullable Month month(String text) {
        var name = NAME.matcher(text);
        while (name.find()) {
            for (var month : Month.values()) {
                if (name.group().equalsIgnoreCase(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        || name.group().equalsIgnoreCase(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))) {
                    return month;
                }
            }
        }
        return null;
    }

    private static LocalTime time(String text) {
        var clock = CLOCK.matcher(text);
        if (!clock.find()) {
            return LocalTime.MIDNIGHT;
        }
        var hour = Integer.parseInt(clock.group(1));
        var half = clock.group(4);
        var shift = half == null ? 0 : half.equalsIgnoreCase("pm") ? (hour == 12 ? 0 : 12) : hour == 12 ? -12 : 0;
        return LocalTime.of(
                hour + shift,
                Integer.parseInt(clock.group(2)),
                clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3)));
    }
}
