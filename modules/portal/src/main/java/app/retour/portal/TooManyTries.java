package app.retour.portal;

/** Somebody opened more links than anybody has. */
class TooManyTries extends RuntimeException {
    TooManyTries() {
        super("Too many links were opened from one address", null, false, false);
    }
}
