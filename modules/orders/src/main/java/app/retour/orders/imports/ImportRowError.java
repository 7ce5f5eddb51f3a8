package app.retour.orders.imports;

import app.retour.kernel.Refusal;
import app.retour.orders.csv.Told;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why some rows of a file were not taken, or what of them was left out.
 *
 * @param line where they begin; the first of a file is line 1
 * @param subject order number or product handle
 * @param taken whether the rest of it was
 */
public record ImportRowError(
        int line, @Nullable String subject, @Nullable String column, String message, boolean taken) {
    /** What the file's own text makes impossible, and what was left out of what could be read. */
    static Stream<ImportRowError> of(Told<?> told) {
        var problem = told.problem();
        var remarks = told.remarks().stream()
                .map(remark -> new ImportRowError(
                        (int) remark.line(), told.subject(), remark.column(), remark.message(), true));
        return problem == null
                ? remarks
                : Stream.of(new ImportRowError(
                        (int) problem.line(),
                        told.subject(),
                        problem.column(),
                        String.valueOf(problem.getMessage()),
                        false));
    }

    /** What of it was left out as it was taken. */
    static ImportRowError leftOut(Told<?> told, String message) {
        return new ImportRowError((int) told.line(), told.subject(), null, message, true);
    }

    /** @param refusal null: the database did not take it */
    static ImportRowError of(Told<?> told, @Nullable Refusal refusal) {
        return new ImportRowError(
                (int) told.line(),
                told.subject(),
                refusal == null || refusal.field().isEmpty()
                        ? null
                        : refusal.field().getLast(),
                refusal == null ? "It could not be stored" : String.valueOf(refusal.getMessage()),
                false);
    }
}
