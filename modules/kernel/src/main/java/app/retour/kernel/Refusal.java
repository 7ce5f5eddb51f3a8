package app.retour.kernel;

import java.util.List;

/**
 * A request refused for a reason that its sender can mend. Thrown inside a transaction, it undoes everything; the API
 * tells it as a user error. The message is read by people: it names the thing, the fact and the need, and no personal
 * data.
 */
public class Refusal extends RuntimeException {
    private final ErrorCode code;
    private final List<String> field;

    /** @param field path into the input, for example {@code items, 0, quantity}; empty when none is to blame */
    public Refusal(ErrorCode code, String message, String... field) {
        super(message, null, false, false);
        this.code = code;
        this.field = List.of(field);
    }

    public ErrorCode code() {
        return code;
    }

    public List<String> field() {
        return field;
    }
}
