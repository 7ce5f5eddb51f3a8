package app.retour.orders;

import app.retour.kernel.Refusal;
import app.retour.orders.shopify.ShopifyFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why some rows of a file were not taken.
 *
 * @param line where they begin; the header is line 1
 * @param subject order number or product handle
 */
public record ImportRowError(
        int line, @Nullable String subject, @Nullable String column, String message) {
    /** What the file's own text makes impossible; empty for what could be read. */
    static Optional<ImportRowError> of(ShopifyFile.Told<?> told) {
        var problem = told.problem();
        return problem == null
                ? Optional.empty()
                : Optional.of(new ImportRowError(
                        (int) problem.line(), told.subject(), problem.column(), String.valueOf(problem.getMessage())));
    }

    /** @param refusal null: the database did not take it */
    static ImportRowError of(ShopifyFile.Told<?> told, @Nullable Refusal refusal) {
        return new ImportRowError(
                (int) told.line(),
                told.subject(),
                refusal == null || refusal.field().isEmpty()
                        ? null
                        : refusal.field().getLast(),
                refusal == null ? "It could not be stored" : String.valueOf(refusal.getMessage()));
    }
}
