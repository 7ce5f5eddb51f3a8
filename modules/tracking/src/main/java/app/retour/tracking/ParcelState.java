package app.retour.tracking;

/** Where a parcel on its way back is. Follows from its events; nobody sets it. */
public enum ParcelState {
    /** Nothing needs to travel. */
    NOT_REQUIRED,
    /** Neither label nor tracking number is known, or the label was canceled. */
    AWAITING_LABEL,
    /** A label or a tracking number is known; the carrier has not seen the parcel. */
    LABEL_READY,
    /** The carrier has it. */
    IN_TRANSIT,
    /** It was handed to the merchant. */
    DELIVERED,
    /** It goes back to the sender, could not be delivered, or the carrier reports a failure. */
    EXCEPTION,
    /** Given up. */
    LOST
}
