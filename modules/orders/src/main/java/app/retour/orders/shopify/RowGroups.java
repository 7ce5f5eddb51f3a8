package app.retour.orders.shopify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of file is read: which rows that follow each other tell of the same thing, and what they tell.
 *
 * @param <T> what is told
 */
interface RowGroups<T> {
    /** Without these columns the file is another one. */
    List<String> requiredColumns();

    /** What a row is about; rows that follow each other with the same subject belong together. */
    @Nullable
    String subject(CsvRow row);

    /** @throws RowNotUnderstood when it cannot be taken */
    T read(List<CsvRow> rows);
}
