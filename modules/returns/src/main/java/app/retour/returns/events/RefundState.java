package app.retour.returns.events;

/** How far a refund is. An unknown outcome stays ISSUING until it is reconciled. */
public enum RefundState {
    ESTIMATED,
    DUE,
    ISSUING,
    ISSUED,
    FAILED,
    CANCELED
}
