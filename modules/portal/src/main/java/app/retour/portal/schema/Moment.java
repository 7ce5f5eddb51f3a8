package app.retour.portal.schema;

/** What a message told of. */
public enum Moment {
    APPROVED,
    CANCELED,
    DELIVERED_TO_US,
    EVIDENCE_REMINDER,
    EVIDENCE_WANTED,
    EXPIRED,
    ITEM_RECEIVED,
    ON_ITS_WAY,
    PARTLY_APPROVED,
    REFUND_FAILED,
    REFUND_ISSUED,
    REJECTED,
    REQUEST_RECEIVED,
    REVIEW_WANTED
}
