package app.retour.orders.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people and programs of many countries write it: 49.90, 49,90, 1.234,50, 1'234.50, € 1 234,50. What can be
 * read in two ways is not read.
 */
public final class DecimalText {
    private static final Pattern WORN = Pattern.compile("[\\s\\u00A0\\u202F\\u2009'\\u2019]");
    private static final Pattern CURRENCY =
            Pattern.compile("^(-?)(?:[A-Z]{3}|\\p{Sc}|[A-Z]{1,3}\\p{Sc})|(?:[A-Z]{3}|\\p{Sc})$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:[.,]\\d{1,20})?");
    private static final int GROUP = 3;
    /** Fewer digits than any number may have before its sign. */
    private static final int MOST_PLAIN = 15;

    private DecimalText() {}

    /** How a text reads: as one number, as either of two, or as none. */
    public sealed interface Reading {}

    /** @param sign null where the text has none */
    public record Exact(BigDecimal number, @Nullable DecimalSign sign) implements Reading {}

    /** Thousands or a fraction: 1.234. */
    public record Ambiguous(BigDecimal fraction, BigDecimal thousands) implements Reading {}

    /** No number at all. */
    public record Unread() implements Reading {}

    /** Found out from the text alone. */
    public static Reading of(String cell) {
        var plain = plain(cell);
        if (plain != null) {
            return plain;
        }
        var text = bare(cell);
        var dot = text.lastIndexOf('.');
        var comma = text.lastIndexOf(',');
        if (dot < 0 && comma < 0) {
            return exact(text, null);
        }
        var last = Math.max(dot, comma);
        var sign = last == dot ? DecimalSign.DOT : DecimalSign.COMMA;
        if (dot >= 0 && comma >= 0) {
            return of(text, sign);
        }
        var letter = text.charAt(last);
        if (text.indexOf(letter) != last) {
            return of(text, sign == DecimalSign.DOT ? DecimalSign.COMMA : DecimalSign.DOT);
        }
        var whole = text.substring(text.startsWith("-") ? 1 : 0, last);
        var three =
                text.length() - last - 1 == GROUP && text.substring(last + 1).matches("\\d+");
        if (three && whole.matches("[1-9]\\d{0,2}")) {
            return new Ambiguous(new BigDecimal(text.replace(',', '.')), new BigDecimal(text.replaceAll("[.,]", "")));
        }
        return of(text, sign);
    }

    /** Of digits and a dot alone, as most amounts are; null for what needs a closer look. */
    private static @Nullable Reading plain(String cell) {
        var dot = -1;
        for (var i = 0; i < cell.length(); i++) {
            var letter = cell.charAt(i);
            if (letter == '.' && dot < 0 && i > 0) {
                dot = i;
            } else if (letter < '0' || letter > '9') {
                return null;
            }
        }
        var fraction = dot < 0 ? -1 : cell.length() - dot - 1;
        return cell.isEmpty() || cell.length() > MOST_PLAIN || fraction == 0 || fraction == GROUP
                ? null
                : new Exact(new BigDecimal(cell), dot < 0 ? null : DecimalSign.DOT);
    }

    /** With the sign that is said to stand before the fraction. */
    public static Reading of(String cell, DecimalSign sign) {
        var text = bare(cell);
        var fraction = text.indexOf(sign.letter());
        var whole = fraction < 0 ? text : text.substring(0, fraction);
        var grouped = whole.indexOf(sign.grouping()) >= 0;
        if (grouped && !whole.matches("-?\\d{1,3}(\\%s\\d{3})+".formatted(sign.grouping()))) {
            return new Unread();
        }
        return exact(
                whole.replace(String.valueOf(sign.grouping()), "") + (fraction < 0 ? "" : text.substring(fraction)),
                fraction < 0 ? null : sign);
    }

    private static Reading exact(String text, @Nullable DecimalSign sign) {
        return NUMBER.matcher(text).matches() ? new Exact(new BigDecimal(text.replace(',', '.')), sign) : new Unread();
    }

    private static String bare(String cell) {
        var text = WORN.matcher(cell.replace('\u2212', '-')).replaceAll("");
        var bracketed = text.startsWith("(") && text.endsWith(")");
        text = bracketed ? "-" + text.substring(1, text.length() - 1) : text;
        return CURRENCY.matcher(CURRENCY.matcher(text).replaceFirst("$1")).replaceFirst("$1");
    }
}
