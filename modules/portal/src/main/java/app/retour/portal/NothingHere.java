package app.retour.portal;

/** There is no such page for this shopper. */
class NothingHere extends RuntimeException {
    NothingHere(String asked) {
        super("There is nothing at " + asked, null, false, false);
    }
}
