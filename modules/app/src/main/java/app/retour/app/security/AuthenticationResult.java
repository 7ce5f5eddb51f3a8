package app.retour.app.security;

import app.retour.api.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a request's credentials are good, and who it is then. */
sealed interface AuthenticationResult {
    /** @param session of staff, as {@link HeldSession} names it; null for who has none */
    record Admitted(Caller caller, @Nullable UUID session) implements AuthenticationResult {
        Admitted(Caller caller) {
            this(caller, null);
        }
    }

    /** A cookie and a bearer token, or a scheme that we do not know. */
    record Confused(String message) implements AuthenticationResult {}

    /** A token that is forged, too old, or of a client that was revoked. */
    record BadToken() implements AuthenticationResult {}

    /** A session that was ended here or elsewhere. */
    record SessionOver() implements AuthenticationResult {}
}
