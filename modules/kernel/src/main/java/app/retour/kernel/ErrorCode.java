package app.retour.kernel;

/** Why a request was refused, in words a program can switch on. Same names as the schema's {@code UserErrorCode}. */
public enum ErrorCode {
    /** A value is missing. */
    REQUIRED,
    /** A value is present but not acceptable; the message says what would be. */
    INVALID,
    /** Too long, too large or too many. */
    TOO_LARGE,
    /** No such thing for this caller. */
    NOT_FOUND,
    /** The name or address is in use. */
    TAKEN,
    /** Somebody changed it meanwhile; load it again. */
    STALE,
    /** The thing is not in a state that allows this. */
    WRONG_STATE,
    /** More units than can still be returned. */
    QUANTITY_EXCEEDED,
    /** More money than was paid and not yet refunded. */
    CEILING_EXCEEDED,
    /** This idempotency key was used with another input. */
    KEY_REUSED,
    /** Too many tries; wait. */
    THROTTLED,
    /** The caller may not do this. */
    FORBIDDEN
}
