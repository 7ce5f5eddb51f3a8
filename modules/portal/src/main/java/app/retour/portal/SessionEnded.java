package app.retour.portal;

/** The shopper has not proved her order, or too long ago. */
class SessionEnded extends RuntimeException {
    SessionEnded(String asked) {
        super("No shopper's session allows " + asked, null, false, false);
    }
}
