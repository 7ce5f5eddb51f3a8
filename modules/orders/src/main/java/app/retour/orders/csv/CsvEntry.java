package app.retour.orders.csv;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes next in a file: a row, or one that cannot be read. */
public sealed interface CsvEntry permits CsvRow, CsvEntry.Unreadable {
    /** Where it begins; the first line of a file is line 1. */
    long line();

    /**
     * A row that is not in order.
     *
     * @param lastLine up to where nothing could be read
     * @param likely what its cells seem to be, as far as that can be told: good for finding out whose row it is, no more
     */
    record Unreadable(long line, long lastLine, @Nullable String column, String reason, CsvRow likely)
            implements CsvEntry {
        static Unreadable of(
                long line, @Nullable String column, String reason, Map<String, Integer> columns, List<String> cells) {
            return new Unreadable(line, line, column, reason, new CsvRow(line, columns, cells));
        }

        Unreadable upTo(long last) {
            return new Unreadable(line, last, column, reason, likely);
        }

        RowNotUnderstood problem() {
            var what = column == null ? "The row " + reason : "“%s” %s".formatted(column, reason);
            return new RowNotUnderstood(
                    line,
                    column,
                    lastLine == line ? what : "%s. Lines %d to %d were left out".formatted(what, line, lastLine));
        }
    }
}
