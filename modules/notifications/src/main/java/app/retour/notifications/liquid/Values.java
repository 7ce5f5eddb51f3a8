package app.retour.notifications.liquid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Liquid's values are and how each is printed: text, numbers, truth, lists, maps, and {@link ShownValue}s. */
final class Values {
    static final int LARGEST = 40_000;
    private static final int MOST_DIGITS = 100;
    private static final Pattern LEADING = Pattern.compile("\\s*([+-]?\\d{1,100}(\\.\\d{1,100})?)");

    private Values() {}

    /** Something that is there, were it nil. */
    record Found(@Nullable Object value) {}

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case BigDecimal number -> decimal(number);
            case ShownValue shown -> shown.text();
            case WholeNumbers range -> range.toString();
            case List<?> list -> joined(list, "", Values::text);
            case Map<?, ?> map -> inspected(map);
            default -> value.toString();
        };
    }

    private static String decimal(BigDecimal number) {
        var stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }

    /** What a filter of text works on: a list as Ruby shows it. */
    static String filtered(@Nullable Object value) {
        return value instanceof List<?> ? inspected(value) : text(value);
    }

    /** As Ruby shows what is no text. */
    static String inspected(@Nullable Object value) {
        return switch (value) {
            case null -> "nil";
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case WholeNumbers range -> range.toString();
            case List<?> list -> "[" + joined(list, ", ", Values::inspected) + "]";
            case Map<?, ?> map ->
                "{"
                        + joined(
                                map.entrySet(),
                                ", ",
                                each -> inspected(each.getKey()) + "=>" + inspected(each.getValue()))
                        + "}";
            default -> text(value);
        };
    }

    /** A list may hold one long text thousands of times, and cost nothing until it is written. */
    static <T extends @Nullable Object> String joined(
            Collection<? extends T> parts, String between, Function<? super T, String> text) {
        var joined = new StringBuilder();
        var before = "";
        for (var part : parts) {
            joined.append(before).append(text.apply(part));
            before = between;
            if (joined.length() > LARGEST) {
                throw tooLarge();
            }
        }
        return joined.toString();
    }

    static boolean isTrue(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case Collection<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case null, default -> false;
        };
    }

    static boolean isBlank(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean truth -> !truth;
            case String text -> text.isBlank();
            default -> isEmpty(value);
        };
    }

    /** A member that every value of a kind has. */
    static @Nullable Found member(@Nullable Object of, String name) {
        return switch (name) {
            case "size" ->
                switch (of) {
                    case String text -> new Found(BigInteger.valueOf(text.codePointCount(0, text.length())));
                    case Collection<?> list -> new Found(BigInteger.valueOf(list.size()));
                    case Map<?, ?> map -> new Found(BigInteger.valueOf(map.size()));
                    case null, default -> null;
                };
            case "first" ->
                of instanceof List<?> list ? new Found(list.isEmpty() ? null : list.getFirst()) : firstOf(of);
            case "last" -> of instanceof List<?> list ? new Found(list.isEmpty() ? null : list.getLast()) : null;
            case "currency" -> of instanceof ShownValue.Amount amount ? new Found(amount.currency()) : null;
            default -> null;
        };
    }

    private static @Nullable Found firstOf(@Nullable Object of) {
        return of instanceof Map<?, ?> map && !map.isEmpty()
                ? new Found(new ArrayList<@Nullable Object>(List.of(
                        map.entrySet().iterator().next().getKey(),
                        map.entrySet().iterator().next().getValue())))
                : null;
    }

    /** The number that a value is, or that a text begins with; null for none. */
    static @Nullable BigDecimal numberIn(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Number number -> new BigDecimal(number.toString());
            case ShownValue.Amount amount -> amount.number();
            case String text -> leading(text);
            case null, default -> null;
        };
    }

    private static @Nullable BigDecimal leading(String text) {
        var number = LEADING.matcher(text);
        return number.lookingAt() ? new BigDecimal(number.group(1)) : null;
    }

    /** Whether it counts as a number by itself, without being read as one. */
    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof ShownValue.Amount;
    }

    static @Nullable Long wholeNumber(@Nullable Object value) {
        var number = numberIn(value);
        if (number == null || number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 4)) > 0) {
            return null;
        }
        return number.longValue();
    }

    static long size(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case WholeNumbers _ -> 1;
            case Collection<?> list -> list.size();
            case null, default -> 1;
        };
    }

    /** A template could double a value again and again and never print it. */
    static @Nullable Object bounded(@Nullable Object value) {
        var digits = value instanceof BigDecimal number
                ? Math.max(number.precision(), number.scale())
                : value instanceof BigInteger whole ? whole.bitLength() / 3 : 0;
        if (digits > MOST_DIGITS || !(value instanceof WholeNumbers) && size(value) > LARGEST) {
            throw tooLarge();
        }
        return value;
    }

    static LiquidMistake tooLarge() {
        return LiquidMistake.tooMuch("A value grows too large");
    }

    /** A value as a sentence about a mistake names it. */
    static String told(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case ShownValue.Amount amount -> "the amount " + amount.text();
            case ShownValue.Moment moment -> "the day " + moment.text();
            case String text -> "a text like “%s”".formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text);
            case Number _ -> "the number " + text(value);
            case Boolean _ -> "true or false";
            case Collection<?> _ -> "a list";
            case Map<?, ?> map ->
                "a group of values"
                        + (map.isEmpty()
                                ? ""
                                : " (%s …)".formatted(map.keySet().iterator().next()));
            default -> text(value);
        };
    }
}
