package app.retour.orders.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order day, month and year stand; what stands between them and whether a time follows is all one. */
public enum DateStyle {
    YEAR_FIRST("2026-03-29"),
    DAY_FIRST("29.03.2026"),
    MONTH_FIRST("03/29/2026"),
    MONTH_NAMED("Mar 29, 2026");

    private static final String TIME =
            "(?:[T, ]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?)?"
                    + "\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})" + TIME);
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?<day>\\d{1,2})[-/.] ?(?<month>\\d{1,2})[-/.] ?(?<year>\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})[-/.](?<year>\\d{4}|\\d{2})" + TIME);
    private static final Pattern NAME_DAY_YEAR = Pattern.compile(
            "(?:\\p{L}{3,9},? )?(?<name>\\p{L}{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})" + TIME);
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?:\\p{L}{3,9},? )?(?<day>\\d{1,2})[. -]+(?<name>\\p{L}{3,9})\\.?,?[ -](?<year>\\d{4})" + TIME);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern NEVER = Pattern.compile("0000-00-00.*");

    private final String example;

    DateStyle(String example) {
        this.example = example;
    }

    /** The 29th of March in this style. */
    public String example() {
        return example;
    }

    /** A date that some systems write where there is none. */
    static boolean isNever(String cell) {
        return NEVER.matcher(cell).matches();
    }

    /** In which styles a text is a date. */
    static Set<DateStyle> fitting(String cell) {
        return Arrays.stream(values())
                .filter(style -> style.read(cell, ZoneOffset.UTC).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DateStyle.class)));
    }

    /**
     * Empty when it is no date of this style.
     *
     * @param zone where the text names none; a date without a time is noon there
     */
    Optional<Instant> read(String cell, ZoneId zone) {
        return switch (this) {
            case YEAR_FIRST -> read(YEAR_MONTH_DAY, cell, zone);
            case DAY_FIRST -> read(DAY_MONTH_YEAR, cell, zone);
            case MONTH_FIRST -> read(MONTH_DAY_YEAR, cell, zone);
            case MONTH_NAMED -> read(NAME_DAY_YEAR, cell, zone).or(() -> read(DAY_NAME_YEAR, cell, zone));
        };
    }

    private static Optional<Instant> read(Pattern pattern, String cell, ZoneId zone) {
        var found = pattern.matcher(cell.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var year = Integer.parseInt(found.group("year"));
            var date = LocalDate.of(year < 100 ? 2000 + year : year, month(pattern, found), number(found.group("day")));
            return Optional.of(date.atTime(time(found))
                    .atZone(zone(found.group("zone"), zone))
                    .toInstant());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int month(Pattern pattern, Matcher found) {
        if (!pattern.pattern().contains("?<name>")) {
            return number(found.group("month"));
        }
        return MONTHS.indexOf(found.group("name").toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
    }

    private static LocalTime time(Matcher found) {
        if (found.group("hour") == null) {
            // The day must stay the same wherever somebody looks at it.
            return LocalTime.NOON;
        }
        var hour = number(found.group("hour"));
        var half = found.group("half");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return LocalTime.of(
                hour, number(found.group("minute")), found.group("second") == null ? 0 : number(found.group("second")));
    }

    private static ZoneId zone(@Nullable String said, ZoneId otherwise) {
        return said == null ? otherwise : said.matches("Z|UTC|GMT") ? ZoneOffset.UTC : ZoneOffset.of(said);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
