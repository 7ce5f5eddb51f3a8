package app.retour.orders.mapping;

import app.retour.orders.csv.CsvFile;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.DecimalSign;
import app.retour.orders.csv.DecimalText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first rows of a file, enough to find out how it is written. */
record FileSample(List<CsvRow> rows, boolean whole) {
    private static final int MOST = 2_000;

    static FileSample of(CsvFile file) {
        var rows = new ArrayList<CsvRow>();
        while (file.hasNext() && rows.size() < MOST) {
            if (file.next() instanceof CsvRow row) {
                rows.add(row);
            }
        }
        return new FileSample(List.copyOf(rows), !file.hasNext());
    }

    /** What stands in a column, blank cells left out; at most so many letters of each. */
    List<String> values(String column) {
        return rows.stream()
                .map(row -> row.columns().get(CsvRow.key(column)) instanceof Integer at
                                && at < row.cells().size()
                        ? row.cells().get(at).strip()
                        : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** In which styles all dates of these columns can be read. */
    Set<DateStyle> dates(List<String> columns) {
        var fitting = EnumSet.allOf(DateStyle.class);
        columns.stream()
                .flatMap(column -> values(column).stream())
                .filter(cell -> !DateStyle.isNever(cell))
                .map(DateStyle::fitting)
                .filter(styles -> !styles.isEmpty())
                .forEach(fitting::retainAll);
        return fitting;
    }

    /** The signs that the amounts of these columns show; none when all are whole or ambiguous. */
    Set<DecimalSign> signs(List<String> columns) {
        var shown = EnumSet.noneOf(DecimalSign.class);
        columns.stream()
                .flatMap(column -> values(column).stream())
                .map(DecimalText::of)
                .map(reading -> reading instanceof DecimalText.Exact(var _, var sign) ? sign : null)
                .filter(Objects::nonNull)
                .forEach(shown::add);
        return shown;
    }

    /** An amount that can be read in two ways, if there is one. */
    @Nullable
    String ambiguous(List<String> columns) {
        return columns.stream()
                .flatMap(column -> values(column).stream())
                .filter(cell -> DecimalText.of(cell) instanceof DecimalText.Ambiguous)
                .findFirst()
                .orElse(null);
    }
}
