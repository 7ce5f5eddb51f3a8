package app.retour.orders.imports;

import app.retour.orders.OrderUpserts;
import app.retour.orders.csv.Told;
import app.retour.orders.rows.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of rows that were taken.
 *
 * @param leftOut words for who brought the file; null: all of them was taken
 */
record Took(Change change, @Nullable String leftOut) {
    private static final String ERASED =
            "This shopper was erased, so the order was taken without who bought it and where it went";

    static Took all(Change change) {
        return new Took(change, null);
    }

    /** A product changed when any variant of it did. */
    static Took ofVariants(List<Change> changes) {
        return all(changes.stream()
                .reduce((one, other) -> one == other ? one : Change.UPDATED)
                .orElse(Change.UNCHANGED));
    }

    static Took of(OrderUpserts.Taken taken) {
        return new Took(taken.change(), taken.withoutPerson() ? ERASED : null);
    }

    /** What the file's text made impossible, and what was left out of {@code told}, which are some of the batch. */
    static <T> List<ImportRowError> problems(List<Told<T>> batch, List<Told<T>> told, List<Took> took) {
        var problems =
                new ArrayList<>(batch.stream().flatMap(ImportRowError::of).toList());
        for (var i = 0; i < told.size(); i++) {
            var leftOut = took.get(i).leftOut();
            if (leftOut != null) {
                problems.add(ImportRowError.leftOut(told.get(i), leftOut));
            }
        }
        return problems;
    }
}
