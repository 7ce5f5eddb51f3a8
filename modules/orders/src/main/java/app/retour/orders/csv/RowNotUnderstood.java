package app.retour.orders.csv;

import org.jspecify.annotations.Nullable;

/** A row that cannot be taken. The message is for the merchant; it repeats no personal data. */
public class RowNotUnderstood extends RuntimeException {
    private final long line;
    private final @Nullable String column;

    /** @param line of the file, where the row begins; the header is line 1 */
    public RowNotUnderstood(long line, @Nullable String column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    public long line() {
        return line;
    }

    public @Nullable String column() {
        return column;
    }
}
