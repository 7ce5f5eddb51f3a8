package app.retour.embedded;

/** Why the embedded start cannot go on, in words for the person at the keyboard; shown without a stack trace. */
final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message, null, false, false);
    }
}
