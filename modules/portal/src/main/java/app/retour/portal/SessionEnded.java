package app.retour.portal;

/** The shopper has not proved their order, or too long ago. */
public class SessionEnded extends RuntimeException {
    public SessionEnded(String asked) {
        super("No shopper's session allows " + asked, null, false, false);
    }
}
