package app.retour.portal.schema;

/** How far a refund is. */
public enum RefundState {
    CANCELED,
    DUE,
    ESTIMATED,
    FAILED,
    ISSUED,
    ISSUING;

    /** More than an estimate, and not taken back. */
    public boolean isReal() {
        return this != ESTIMATED && this != CANCELED;
    }

    /** The money left. */
    public boolean isIssued() {
        return this == ISSUED;
    }
}
