package app.retour.portal;

/** A signed link that was good once, or that was changed. */
public class LinkTooOld extends RuntimeException {
    public LinkTooOld() {
        super("The signed link is no longer good", null, false, false);
    }
}
