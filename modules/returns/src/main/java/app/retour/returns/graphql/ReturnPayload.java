package app.retour.returns.graphql;

import app.retour.api.UserError;
import app.retour.returns.view.Return;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of every mutation that changes a return. */
record ReturnPayload(@Nullable Return subject, List<UserError> userErrors) {
    /** The schema's name; a reserved word here. */
    public @Nullable Return getReturn() {
        return subject;
    }
}
