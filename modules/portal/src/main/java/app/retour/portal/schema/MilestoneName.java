package app.retour.portal.schema;

/** A step on the way of every return. */
public enum MilestoneName {
    ACCEPTED,
    ON_ITS_WAY,
    RECEIVED,
    REFUNDED;

    /** The drawing beside it, as long as it is not done. */
    public String icon() {
        return switch (this) {
            case ACCEPTED -> "clock";
            case ON_ITS_WAY -> "truck";
            case RECEIVED -> "box";
            case REFUNDED -> "money";
        };
    }
}
