package app.retour.returns.status;

/** Where a parcel is, as this module last heard it; same names as the parcel's own states. */
public enum ParcelFact {
    NOT_REQUIRED,
    AWAITING_LABEL,
    LABEL_READY,
    IN_TRANSIT,
    DELIVERED,
    EXCEPTION,
    LOST
}
