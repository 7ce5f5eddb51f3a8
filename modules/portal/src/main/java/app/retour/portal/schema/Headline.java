package app.retour.portal.schema;

/** The one line about a return. */
public enum Headline {
    ACTION_NEEDED,
    APPROVED,
    BEING_INSPECTED,
    CANCELED,
    CLOSED,
    COMPLETED,
    CREDITED,
    DELIVERED_TO_US,
    EXCHANGED,
    EXPIRED,
    ON_ITS_WAY,
    PARTLY_APPROVED,
    PARTLY_RECEIVED,
    PARTLY_REFUNDED,
    PENDING_REVIEW,
    PROBLEM,
    RECEIVED,
    REFUNDED,
    REJECTED
}
