package app.retour.orders.imports;

import app.retour.kernel.Refusal;
import app.retour.orders.OrderUpserts;
import app.retour.orders.csv.Told;
import app.retour.orders.rows.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of rows that could be read. */
sealed interface Took {
    /** @param leftOut words for who brought the file; null: all of them was taken */
    record Taken(Change change, @Nullable String leftOut) implements Took {}

    /** They cannot be taken, and the others could. */
    record Refused(Refusal why) implements Took {}

    static Took all(Change change) {
        return new Taken(change, null);
    }

    /** A product changed when any variant of it did. */
    static Took ofVariants(List<Change> changes) {
        return all(changes.stream()
                .reduce((one, other) -> one == other ? one : Change.UPDATED)
                .orElse(Change.UNCHANGED));
    }

    static Took of(OrderUpserts.Fate fate) {
        return switch (fate) {
            case OrderUpserts.Taken taken ->
                new Taken(
                        taken.change(),
                        taken.withoutPerson()
                                ? "This shopper was erased, so the order was taken without who bought it and where it went"
                                : null);
            case OrderUpserts.Unfit unfit -> new Refused(unfit.why());
        };
    }

    /** What was done with those that were taken. */
    static List<Change> changes(List<Took> took) {
        var changes = new ArrayList<Change>();
        for (var one : took) {
            if (one instanceof Taken taken) {
                changes.add(taken.change);
            }
        }
        return changes;
    }

    /**
     * What the file's text made impossible, what was refused and what was left out.
     *
     * @param took of those of the batch that tell something
     */
    static <T> List<ImportRowError> problems(List<Told<T>> batch, List<Took> took) {
        var problems = new ArrayList<ImportRowError>();
        var fates = took.iterator();
        for (var told : batch) {
            var fate = told.value() == null ? null : fates.next();
            if (fate instanceof Refused refused) {
                problems.add(ImportRowError.of(told, refused.why));
                continue;
            }
            ImportRowError.of(told).forEach(problems::add);
            if (fate instanceof Taken taken && taken.leftOut != null) {
                problems.add(ImportRowError.leftOut(told, taken.leftOut));
            }
        }
        return problems;
    }

    /** Those of the batch that were taken. */
    static <T> List<Told<T>> taken(List<Told<T>> batch, List<Took> took) {
        var taken = new ArrayList<Told<T>>();
        var fates = took.iterator();
        for (var told : batch) {
            if (told.value() != null && fates.next() instanceof Taken) {
                taken.add(told);
            }
        }
        return taken;
    }
}
