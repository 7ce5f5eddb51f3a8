package app.retour.kernel;

import java.util.UUID;

/**
 * A {@link Refusal} of an id that names nothing for this caller, or is none at all. Who throws it need not know what the
 * field was called that brought it: the API finds the place in its input.
 */
public final class UnknownId extends Refusal {
    private final String id;

    /** @param id of what was looked for */
    public UnknownId(UUID id, String message) {
        this(id.toString(), message);
    }

    /** @param given as the caller wrote it */
    public UnknownId(String given, String message) {
        super(ErrorCode.NOT_FOUND, message);
        this.id = given;
    }

    /** Of what was looked for, or what was given in the place of an id. */
    public String id() {
        return id;
    }
}
