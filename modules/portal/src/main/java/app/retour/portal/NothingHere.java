package app.retour.portal;

/** There is no such page for this shopper. */
public class NothingHere extends RuntimeException {
    public NothingHere(String asked) {
        super("There is nothing at " + asked, null, false, false);
    }
}
