package app.retour.orders.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is unknown after an import.
 *
 * @param ofFile whether it is about the orders of the file; else about all that are known
 * @param orders how many these are
 * @param notReconciled of them, those whose sums do not agree; their refunds need a person
 */
public record ImportReport(@Nullable Boolean ofFile, int orders, int notReconciled, List<UnknownFact> unknownFacts) {
    /** Reports that were kept before this was told are about all. */
    public ImportReport {
        ofFile = Boolean.TRUE.equals(ofFile);
    }
}
