package app.retour.orders.shopify;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a file, its cells by the names of their columns. A blank cell is no value. */
record CsvRow(long line, Map<String, Integer> columns, List<String> cells) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd[' ']['T']HH:mm[:ss][.SSS][' '][XXX][XX]", Locale.ROOT);
    private static final int LONGEST = 10_000;

    /** Names of columns are compared without regard to case, spaces and underscores: they vary with the years. */
    static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    }

    /** Whether the file has one of these columns. */
    boolean has(String... names) {
        return Arrays.stream(names).anyMatch(name -> columns.containsKey(key(name)));
    }

    /** The first of these columns that has a value in this row, as it stands in the file. */
    @Nullable
    String text(String... names) {
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
    @Nullable
    String guarded(String... names) {
        var text = text(names);
        return text != null && text.startsWith("'") && text.length() > 1 ? text.substring(1) : text;
    }

    String required(String... names) {
        var text = text(names);
        if (text == null) {
            throw wrong(names[0], has(names) ? "is empty" : "is missing from this file");
        }
        return text;
    }

    @Nullable
    BigDecimal decimal(String... names) {
        var text = text(names);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,4})?")) {
            throw wrong(names[0], "is not an amount like 49.90");
        }
        return new BigDecimal(text);
    }

    @Nullable
    Integer whole(String... names) {
        var text = text(names);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}(\\.0+)?")) {
            throw wrong(names[0], "is not a whole number");
        }
        return new BigDecimal(text).intValueExact();
    }

    @Nullable
    Boolean truth(String... names) {
        var text = text(names);
        return text == null
                ? null
                : switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "1" -> true;
                    case "false", "no", "0" -> false;
                    default -> throw wrong(names[0], "is neither true nor false");
                };
    }

    @Nullable
    Instant time(String... names) {
        var text = text(names);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.replaceFirst("(UTC|GMT)$", "+0000"), TIME)
                    .toInstant();
        } catch (DateTimeException malformed) {
            throw wrong(names[0], "is not a time like 2026-03-29 01:30:00 +0100");
        }
    }

    /** A list in one cell. Null when the file has no such column; a blank cell is a list known to be empty. */
    @Nullable
    List<String> list(String... names) {
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

    RowNotUnderstood wrong(String column, String what) {
        return new RowNotUnderstood(line, column, "“%s” %s".formatted(column, what));
    }
}
