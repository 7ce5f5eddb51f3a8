package app.retour.api;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with an input, as the schema tells it.
 *
 * @param field null when no field is to blame, or when {@code id} says where to look
 * @param id what was given as an id and names nothing; it is to blame wherever in the input it stands
 */
public record UserError(
        @Nullable List<String> field,
        String message,
        ErrorCode code,
        @Nullable String id) {
    static UserError of(Refusal refusal) {
        return new UserError(
                refusal.field().isEmpty() ? null : refusal.field(),
                refusal.getMessage() == null ? refusal.code().name() : refusal.getMessage(),
                refusal.code(),
                refusal instanceof UnknownId unknown ? unknown.id() : null);
    }
}
