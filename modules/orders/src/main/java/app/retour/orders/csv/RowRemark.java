package app.retour.orders.csv;

import org.jspecify.annotations.Nullable;

/**
 * Something of a row that was left out while the rest was taken. Repeats no personal data.
 *
 * @param line of the file; the first is line 1
 */
public record RowRemark(long line, @Nullable String column, String message) {}
