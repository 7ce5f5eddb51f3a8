package app.retour.portal;

/** Somebody opened more links than anybody has. */
public class TooManyTries extends RuntimeException {
    public TooManyTries() {
        super("Too many links were opened from one address", null, false, false);
    }
}
