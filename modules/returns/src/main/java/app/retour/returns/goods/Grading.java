package app.retour.returns.goods;

import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How counted units of one line were found.
 *
 * @param accepted null: all counted units that are not refused
 */
public record Grading(
        UUID lineId,
        @Nullable Integer accepted,
        int refused,
        Grade grade,
        Disposition disposition,
        @Nullable String note) {}
