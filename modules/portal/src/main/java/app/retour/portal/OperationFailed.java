package app.retour.portal;

import app.retour.api.CorrelationId;
import app.retour.api.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.ResponseError;

/** An operation went wrong in a way that no shopper can mend. */
class OperationFailed extends RuntimeException {
    private final @Nullable String errorId;
    private final boolean outage;

    OperationFailed(String document, ResponseError error) {
        super("The document " + document + " failed: " + error.getMessage());
        this.errorId = error.getExtensions().get(CorrelationId.KEY) instanceof String id ? id : null;
        this.outage = Outage.CODE.equals(error.getExtensions().get("code"));
    }

    /** Whether it works again when what we stand on is back. */
    boolean isOutage() {
        return outage;
    }

    /** Under which the cause stands in the log already; null when it does not. */
    @Nullable
    String errorId() {
        return errorId;
    }
}
