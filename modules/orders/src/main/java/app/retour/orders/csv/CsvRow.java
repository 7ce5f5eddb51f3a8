package app.retour.orders.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a file, its cells by the names of their columns. A blank cell is no value. */
public record CsvRow(long line, Map<String, Integer> columns, List<String> cells) implements CsvEntry {
    private static final int LONGEST = 10_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_]+");
    /** Readers ask for the same few names in every row; what merchants call their columns is kept up to a bound. */
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private static final int MOST_KEYS = 2_000;
    private static final int LONGEST_KEPT = 100;

    /** Names of columns are compared without regard to case, spaces and underscores: they vary with the years. */
    public static String key(String column) {
        var known = KEYS.get(column);
        if (known != null) {
            return known;
        }
        var key = plainKey(column);
        if (KEYS.size() < MOST_KEYS && column.length() < LONGEST_KEPT) {
            KEYS.put(column, key);
        }
        return key;
    }

    /** The same of what is hardly a name, and so is not kept. */
    static String plainKey(String cell) {
        var key = cell.strip().toLowerCase(Locale.ROOT);
        return isOneWord(key) ? key : BETWEEN_WORDS.matcher(key).replaceAll(" ");
    }

    private static boolean isOneWord(String key) {
        for (var i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) == '_') {
                return false;
            }
        }
        return true;
    }

    /** Whether the file has one of these columns. */
    public boolean has(String... names) {
        return Arrays.stream(names).anyMatch(name -> columns.containsKey(key(name)));
    }

    /** The first of these columns that has a value in this row, as it stands in the file. */
    public @Nullable String text(String... names) {
        for (var name : names) {
            var index = columns.get(key(name));
            if (index != null && index < cells.size() && !cells.get(index).isBlank()) {
                var cell = cells.get(index).strip();
                if (cell.length() > LONGEST) {
                    throw wrong(name, "is longer than 10,000 characters");
                }
                return cell;
            }
        }
        return null;
    }

    /** A cell that Shopify guards with an apostrophe, so that a spreadsheet leaves its zeros and plus signs alone. */
    public @Nullable String guarded(String... names) {
        var text = text(names);
        return text != null && text.startsWith("'") && text.length() > 1 ? text.substring(1) : text;
    }

    /** Something must stand here. */
    public String required(String... names) {
        var text = text(names);
        if (text == null) {
            throw wrong(names[0], has(names) ? "is empty" : "is missing from this file");
        }
        return text;
    }

    /**
     * A number that says what it is, or nothing, which is told, because a spreadsheet has rounded it.
     *
     * @param id whether it is an id of a shop, which is hardly ever round
     */
    public @Nullable String unspoilt(boolean id, Consumer<RowRemark> remarks, String... names) {
        var text = guarded(names);
        if (text == null || !(id ? SpreadsheetDamage.seenInId(text) : SpreadsheetDamage.seenIn(text))) {
            return text;
        }
        remarks.accept(new RowRemark(
                line,
                names[0],
                "“%s” %s was rounded by a spreadsheet, so it was left out; import the shop's file as it came"
                        .formatted(names[0], id ? text : "(a number like 1.23E+12)")));
        return null;
    }

    /** As most currencies are written, with two digits or none behind the sign. */
    public @Nullable BigDecimal decimal(String... names) {
        return decimal(2, names);
    }

    /**
     * @param fraction digits that the shop writes: with three, 1.234 is no thousand
     * @throws RowNotUnderstood also for what can be read in two ways
     */
    public @Nullable BigDecimal decimal(int fraction, String... names) {
        var text = text(names);
        if (text == null) {
            return null;
        }
        return switch (DecimalText.of(text)) {
            case DecimalText.Exact(BigDecimal number, var _) -> number;
            case DecimalText.Ambiguous(BigDecimal small, BigDecimal large) -> {
                if (fraction == 3 && text.contains(".")) {
                    yield small;
                }
                throw wrong(
                        names[0],
                        "is %s, which can be read as %s or as %s; write it with two decimals"
                                .formatted(text, small.toPlainString(), large.toPlainString()));
            }
            case DecimalText.Unread() -> throw wrong(names[0], "is not an amount like 49.90");
        };
    }

    public @Nullable Integer whole(String... names) {
        var text = text(names);
        if (text != null && DecimalText.of(text) instanceof DecimalText.Unread) {
            throw wrong(names[0], "is not a whole number");
        }
        var number = decimal(names);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0 || number.precision() - number.scale() > 9) {
            throw wrong(names[0], "is not a whole number");
        }
        return number.intValueExact();
    }

    public @Nullable Boolean truth(String... names) {
        var text = text(names);
        return text == null
                ? null
                : switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "1" -> true;
                    case "false", "no", "0" -> false;
                    default -> throw wrong(names[0], "is neither true nor false");
                };
    }

    public @Nullable Instant time(String... names) {
        var text = text(names);
        if (text == null) {
            return null;
        }
        try {
            return TimeText.of(text);
        } catch (DateTimeException malformed) {
            throw wrong(names[0], "is not a time like 2026-03-29 01:30:00 +0100");
        }
    }

    /** A list in one cell. Null when the file has no such column; a blank cell is a list known to be empty. */
    public @Nullable List<String> list(String... names) {
        var text = text(names);
        if (text == null) {
            return has(names) ? List.of() : null;
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** This column, in these words. */
    public RowNotUnderstood wrong(String column, String what) {
        return new RowNotUnderstood(line, column, "“%s” %s".formatted(column, what));
    }
}
