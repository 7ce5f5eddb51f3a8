package app.retour.app.security;

import app.retour.api.Caller;

/** Whether a request's credentials are good, and who it is then. */
sealed interface Admission {
    record Admitted(Caller caller) implements Admission {}

    /** A cookie and a bearer token, or a scheme that we do not know. */
    record Confused(String message) implements Admission {}

    /** A token that is forged, too old, or of a client that was revoked. */
    record BadToken() implements Admission {}

    /** A session that was ended here or elsewhere. */
    record SessionOver() implements Admission {}
}
