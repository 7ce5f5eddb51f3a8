package app.retour.notifications.liquid;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filter {@code date}: writes a moment by Ruby's signs, {@code %d.%m.%Y %H:%M}. It never makes up a time. */
final class TimeFormat {
    private static final Pattern SIGN = Pattern.compile("%([-0^_#]*)(\\d{0,2})(:{0,2}[a-zA-Z%+])");
    private static final DateTimeFormatter SPACED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss][.SSSSSSSSS][ XXX][ XX][ z]", Locale.ROOT);
    private final ZonedDateTime at;
    private final Locale locale;

    private TimeFormat(ZonedDateTime at, Locale locale) {
        this.at = at;
        this.locale = locale;
    }

    static @Nullable Object filter(@Nullable Object value, Filter.Arguments arguments) {
        var format = arguments.text(0);
        if (format.isEmpty()) {
            return value;
        }
        var at = read(value, arguments.scope().now());
        return at == null ? value : new TimeFormat(at, arguments.scope().locale()).write(format);
    }

    /** Null for what is no moment; such a value is printed as it is. */
    private static @Nullable ZonedDateTime read(@Nullable Object value, ZonedDateTime now) {
        return switch (value) {
            case ShownValue.Moment moment -> moment.at();
            case BigInteger seconds
            when seconds.bitLength() < 40 ->
                Instant.ofEpochSecond(seconds.longValue()).atZone(now.getZone());
            case String text -> read(text.strip(), now);
            case null, default -> null;
        };
    }

    private static @Nullable ZonedDateTime read(String text, ZonedDateTime now) {
        if (text.equalsIgnoreCase("now") || text.equalsIgnoreCase("today")) {
            return now;
        }
        try {
            if (text.matches("\\d{1,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(text)).atZone(now.getZone());
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text).atStartOfDay(now.getZone());
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
                return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                                instanceof OffsetDateTime known
                        ? known.toZonedDateTime()
                        : LocalDateTime.parse(text).atZone(now.getZone());
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2} .*")) {
                var best = SPACED.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
                return best instanceof ZonedDateTime known ? known : ((LocalDateTime) best).atZone(now.getZone());
            }
            return DayInWords.read(text, now);
        } catch (DateTimeParseException unknown) {
            return null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private String write(String format) {
        return SIGN.matcher(format)
                .replaceAll(found ->
                        Matcher.quoteReplacement(sign(found.group(1), found.group(2), found.group(3), found.group())));
    }

    private String sign(String flags, String width, String sign, String whole) {
        var text = switch (sign) {
            case "a" -> at.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
            case "A" -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
            case "b", "h" -> at.getMonth().getDisplayName(TextStyle.SHORT, locale);
            case "B" -> at.getMonth().getDisplayName(TextStyle.FULL, locale);
            case "c" -> write("%a %b %e %H:%M:%S %Y");
            case "D", "x" -> write("%m/%d/%y");
            case "F" -> write("%Y-%m-%d");
            case "r" -> write("%I:%M:%S %p");
            case "R" -> write("%H:%M");
            case "T", "X" -> write("%H:%M:%S");
            case "v" -> write("%e-%^b-%Y");
            case "n" -> "\n";
            case "t" -> "\t";
            case "%" -> "%";
            case "p" -> at.getHour() < 12 ? "AM" : "PM";
            case "P" -> at.getHour() < 12 ? "am" : "pm";
            case "z" -> at.format(DateTimeFormatter.ofPattern("xx", Locale.ROOT));
            case ":z" -> at.format(DateTimeFormatter.ofPattern("xxx", Locale.ROOT));
            case "Z" ->
                at.getZone() instanceof java.time.ZoneOffset offset
                        ? (offset.getTotalSeconds() == 0 ? "UTC" : offset.getId())
                        : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at);
            default -> null;
        };
        if (text != null) {
            var cased =
                    flags.contains("^") ? text.toUpperCase(locale) : flags.contains("#") ? swapped(text, sign) : text;
            return width.isEmpty() ? cased : padded(cased, Integer.parseInt(width), flags.contains("0") ? '0' : ' ');
        }
        return number(flags, width, sign, whole);
    }

    private String swapped(String text, String sign) {
        return sign.equals("p") ? text.toLowerCase(locale) : text.toUpperCase(locale);
    }

    private String number(String flags, String width, String sign, String whole) {
        return switch (sign) {
            case "Y" -> filled(at.getYear(), 1, '0', flags, width);
            case "G" -> filled(at.get(IsoFields.WEEK_BASED_YEAR), 1, '0', flags, width);
            case "C" -> filled(at.getYear() / 100, 2, '0', flags, width);
            case "y" -> filled(at.getYear() % 100, 2, '0', flags, width);
            case "g" -> filled(at.get(IsoFields.WEEK_BASED_YEAR) % 100, 2, '0', flags, width);
            case "m" -> filled(at.getMonthValue(), 2, '0', flags, width);
            case "d" -> filled(at.getDayOfMonth(), 2, '0', flags, width);
            case "e" -> filled(at.getDayOfMonth(), 2, ' ', flags, width);
            case "j" -> filled(at.getDayOfYear(), 3, '0', flags, width);
            case "H" -> filled(at.getHour(), 2, '0', flags, width);
            case "k" -> filled(at.getHour(), 2, ' ', flags, width);
            case "I" -> filled((at.getHour() + 11) % 12 + 1, 2, '0', flags, width);
            case "l" -> filled((at.getHour() + 11) % 12 + 1, 2, ' ', flags, width);
            case "M" -> filled(at.getMinute(), 2, '0', flags, width);
            case "S" -> filled(at.getSecond(), 2, '0', flags, width);
            case "L" -> filled(at.get(ChronoField.MILLI_OF_SECOND), 3, '0', flags, "");
            case "N" ->
                "%09d"
                        .formatted(at.getNano())
                        .substring(0, width.isEmpty() ? 9 : Math.clamp(Long.parseLong(width), 1, 9));
            case "s" -> filled(at.toEpochSecond(), 1, '0', flags, width);
            case "u" -> filled(at.getDayOfWeek().getValue(), 1, '0', flags, width);
            case "w" -> filled(at.getDayOfWeek().getValue() % 7, 1, '0', flags, width);
            case "U" -> filled((at.getDayOfYear() + 6 - at.getDayOfWeek().getValue() % 7) / 7, 2, '0', flags, width);
            case "W" ->
                filled((at.getDayOfYear() + 6 - (at.getDayOfWeek().getValue() + 6) % 7) / 7, 2, '0', flags, width);
            case "V" -> filled(at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0', flags, width);
            default -> whole;
        };
    }

    private static String filled(long number, int usual, char by, String flags, String width) {
        if (flags.contains("-")) {
            return String.valueOf(number);
        }
        var fill = flags.contains("_") ? ' ' : flags.contains("0") ? '0' : by;
        return padded(String.valueOf(number), width.isEmpty() ? usual : Integer.parseInt(width), fill);
    }

    private static String padded(String text, int width, char by) {
        return String.valueOf(by).repeat(Math.max(0, width - text.length())) + text;
    }
}
