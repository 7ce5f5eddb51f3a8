package app.retour.rules.policy;

/**
 * What the shopper is asked to show.
 *
 * @param photos at least that many of the item, 0 to 10
 */
public record EvidenceWanted(int photos, boolean comment) {
    public static final EvidenceWanted NOTHING = new EvidenceWanted(0, false);

    public boolean isWanted() {
        return photos > 0 || comment;
    }
}
