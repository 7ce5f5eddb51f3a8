package app.retour.orders.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** A time as shops write it, with its distance from UTC. */
final class TimeText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd[' ']['T']HH:mm[:ss][.SSS][' '][XXX][XX]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    /** How Shopify writes every one of them; read by hand, as a file holds millions. */
    private static final String USUAL = "dddd-dd-dd dd:dd:dd sdddd";

    private TimeText() {}

    /** @throws DateTimeException for what is none */
    static Instant of(String text) {
        if (isUsual(text)) {
            var minutes = number(text, 21, 23) * 60 + number(text, 23, 25);
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.ofTotalSeconds((text.charAt(20) == '-' ? -60 : 60) * minutes));
        }
        var zoned =
                text.endsWith("UTC") || text.endsWith("GMT") ? text.substring(0, text.length() - 3) + "+0000" : text;
        return OffsetDateTime.parse(zoned, TIME).toInstant();
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var fits = switch (USUAL.charAt(i)) {
                case 'd' -> letter >= '0' && letter <= '9';
                case 's' -> letter == '+' || letter == '-';
                default -> letter == USUAL.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        // More than an hour of minutes is a mistake, which the other reading finds.
        return text.charAt(23) < '6';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
