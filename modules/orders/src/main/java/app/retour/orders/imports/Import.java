package app.retour.orders.imports;

import app.retour.orders.ImportId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one file.
 *
 * @param percent 0 to 100
 * @param rows read so far
 * @param failed orders, products or customers that could not be taken
 * @param withoutProof orders read whose shopper has neither e-mail nor a usable postcode to open them with
 * @param failure why it stopped; null unless it failed
 * @param errorFile where all problems can be fetched as CSV, seen from the service's own address; null for none
 */
public record Import(
        ImportId id,
        ImportKind kind,
        ImportState state,
        @Nullable String fileName,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int percent,
        int rows,
        int created,
        int updated,
        int unchanged,
        int failed,
        int withoutProof,
        @Nullable String failure,
        @Nullable String errorFile,
        @Nullable ImportReport report) {}
