package app.retour.orders.csv;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of file is read: which rows tell of the same thing, and what they tell.
 *
 * @param <T> what is told
 */
public interface RowGroups<T> {
    /** Without these columns the file is another one. */
    List<String> requiredColumns();

    /** What a row is about; rows with the same subject belong together. Null: each row stands for itself. */
    @Nullable
    String subject(CsvRow row);

    /** By this it is compared: two spellings of one name are one. */
    default String key(String subject) {
        return subject;
    }

    /** Whether a person told apart columns that are called alike; else such a file is refused. */
    default boolean tellsTwinsApart() {
        return false;
    }

    /** The column that says so, for telling how to sort a file. */
    String subjectColumn();

    /** Whether a row only adds up others, as the last rows of some exports do. */
    default boolean addsUp(CsvRow row) {
        return false;
    }

    /**
     * @param remarks takes what is left out of what is read
     * @throws RowNotUnderstood when it cannot be taken
     */
    T read(List<CsvRow> rows, Consumer<RowRemark> remarks);
}
