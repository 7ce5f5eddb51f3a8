package app.retour.api;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was wrong with an input, as the schema tells it. */
public record UserError(@Nullable List<String> field, String message, ErrorCode code) {
    static UserError of(Refusal refusal) {
        return new UserError(
                refusal.field().isEmpty() ? null : refusal.field(),
                refusal.getMessage() == null ? refusal.code().name() : refusal.getMessage(),
                refusal.code());
    }
}
