package app.retour.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as its module tells it: which rows are a shopper's, and what each column holds of them. Every column of text,
 * JSON, bytes, or lists of ids has to be told; a test compares this with the database.
 *
 * @param name with its schema
 * @param rows an SQL condition: which rows are of the shopper {@code :shopper}, the orders {@code :orders} or the returns
 *     {@code :returns}; null for a table that holds nothing of shoppers. {@code :now} is the time of the erasure
 */
public record PersonalTable(String name, @Nullable String rows, Map<String, ColumnRule> columns) {
    private static final String MINE = "tenant_id = :tenant and (%s)";

    public PersonalTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        var goes = columns.values().stream().anyMatch(ColumnRule.GoesWithRow.class::isInstance);
        var becomes = columns.values().stream().anyMatch(ColumnRule.Becomes.class::isInstance);
        if (goes && becomes) {
            throw new IllegalArgumentException("The rows of %s cannot both go and change".formatted(name));
        }
        if ((goes || becomes) && rows == null) {
            throw new IllegalArgumentException("Nobody says which rows of %s are a shopper's".formatted(name));
        }
    }

    /** A table with rows of shoppers. */
    public static PersonalTable ofShopper(String name, String rows) {
        return new PersonalTable(name, rows, Map.of());
    }

    /** A table without any. */
    public static PersonalTable ofNoShopper(String name) {
        return new PersonalTable(name, null, Map.of());
    }

    public PersonalTable notPersonal(String... names) {
        return with(new ColumnRule.NotPersonal(), names);
    }

    public PersonalTable ofStaff(String... names) {
        return with(new ColumnRule.OfStaff(), names);
    }

    public PersonalTable stays(String why, String... names) {
        return with(new ColumnRule.Stays(why), names);
    }

    public PersonalTable goesWithRow(String... names) {
        return with(new ColumnRule.GoesWithRow(), names);
    }

    public PersonalTable bySteps(String... names) {
        return with(new ColumnRule.BySteps(), names);
    }

    public PersonalTable blanked(String... names) {
        return with(new ColumnRule.Becomes("null"), names);
    }

    /** @param expression SQL, of the row as it was */
    public PersonalTable becomes(String column, String expression) {
        return with(new ColumnRule.Becomes(expression), column);
    }

    private PersonalTable with(ColumnRule rule, String... names) {
        var more = new LinkedHashMap<>(columns);
        for (var column : names) {
            if (more.put(column, rule) != null) {
                throw new IllegalArgumentException("%s.%s is told twice".formatted(name, column));
            }
        }
        return new PersonalTable(name, rows, more);
    }

    /** The statement that erases; it touches no row twice. */
    Optional<String> erasing() {
        if (columns.values().stream().anyMatch(ColumnRule.GoesWithRow.class::isInstance)) {
            return Optional.of("delete from %s where %s".formatted(name, MINE.formatted(rows)));
        }
        var changes = columns.entrySet().stream()
                .filter(column -> column.getValue() instanceof ColumnRule.Becomes)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> ((ColumnRule.Becomes) column.getValue()).expression(),
                        (one, _) -> one,
                        LinkedHashMap::new));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var different = changes.entrySet().stream()
                .filter(counts())
                .map(change -> "%s is distinct from %s".formatted(change.getKey(), change.getValue()))
                .collect(Collectors.joining(" or "));
        return Optional.of("update %s set %s where %s and (%s)"
                .formatted(
                        name,
                        changes.entrySet().stream()
                                .map(change -> "%s = %s".formatted(change.getKey(), change.getValue()))
                                .collect(Collectors.joining(", ")),
                        MINE.formatted(rows),
                        different));
    }

    /** A version rises with every change; it is none by itself. */
    private static Predicate<Map.Entry<String, String>> counts() {
        return change -> !change.getKey().equals("version");
    }

    /** The query of a shopper's rows, each as JSON. */
    Optional<String> exporting() {
        return Optional.ofNullable(rows)
                .map(_ -> "select to_jsonb(t) - 'tenant_id' from %s t where %s".formatted(name, MINE.formatted(rows)));
    }
}
