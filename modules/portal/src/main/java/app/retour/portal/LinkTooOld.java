package app.retour.portal;

/** A signed link that was good once, or that was changed. */
class LinkTooOld extends RuntimeException {
    LinkTooOld() {
        super("The signed link is no longer good", null, false, false);
    }
}
