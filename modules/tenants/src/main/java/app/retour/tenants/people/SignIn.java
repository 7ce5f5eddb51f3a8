package app.retour.tenants.people;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignIn {
    /** Address, password and code were right. */
    record SignedIn(StaffSession session) implements SignIn {}

    /** Unknown address, wrong password, not confirmed or nobody's staff: not told apart. */
    record BadCredentials() implements SignIn {}

    /** The password was right; a code of the authenticator app is needed too. */
    record TotpRequired() implements SignIn {}

    /** The code was wrong, too old, or used before. */
    record TotpWrong() implements SignIn {}

    /** Too many tries. */
    record Throttled(Duration retryAfter) implements SignIn {}
}
