package app.retour.returns.status;

/** The decision about one item; moved by policy, agent, shopper and clock. */
public enum ItemDecision {
    IN_REVIEW,
    WAITING_FOR_SHOPPER,
    APPROVED,
    REJECTED,
    CANCELED,
    EXPIRED
}
