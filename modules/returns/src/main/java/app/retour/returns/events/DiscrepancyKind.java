package app.retour.returns.events;

/** What sources disagree about. */
public enum DiscrepancyKind {
    DELIVERED_NOT_SCANNED,
    SCANNED_NOT_DELIVERED,
    SHORT,
    OVER,
    UNKNOWN_ITEM,
    NO_MOVEMENT,
    LABEL_UNUSED,
    REFUNDED_NOT_RECEIVED,
    ARRIVED_UNAPPROVED,
    /** The tracking number is of a parcel that cannot be this return's. */
    ANOTHERS_PARCEL
}
