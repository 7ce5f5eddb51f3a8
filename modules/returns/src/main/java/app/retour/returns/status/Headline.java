package app.retour.returns.status;

/** The one state for people, in the order in which the first that holds is taken. Derived, never stored. */
public enum Headline {
    CANCELED,
    EXPIRED,
    REJECTED,
    CLOSED,
    ACTION_NEEDED,
    PROBLEM,
    REFUNDED,
    CREDITED,
    EXCHANGED,
    COMPLETED,
    PARTLY_REFUNDED,
    BEING_INSPECTED,
    RECEIVED,
    PARTLY_RECEIVED,
    DELIVERED_TO_US,
    ON_ITS_WAY,
    PENDING_REVIEW,
    PARTLY_APPROVED,
    APPROVED
}
