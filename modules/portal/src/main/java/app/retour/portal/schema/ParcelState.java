package app.retour.portal.schema;

/** Where a parcel is, as carriers tell it. */
public enum ParcelState {
    AWAITING_LABEL,
    DELIVERED,
    EXCEPTION,
    IN_TRANSIT,
    LABEL_READY,
    LOST,
    NOT_REQUIRED;

    /** Whether anything is sent at all. */
    public boolean isOnTheRoad() {
        return this != NOT_REQUIRED;
    }
}
