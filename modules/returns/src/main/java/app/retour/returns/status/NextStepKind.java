package app.retour.returns.status;

/** Kinds of next steps. */
public enum NextStepKind {
    GIVE_EVIDENCE,
    WAIT_FOR_REVIEW,
    WAIT_FOR_REST,
    PACK_AND_SEND,
    ADD_TRACKING,
    WAIT_FOR_PARCEL,
    WAIT_FOR_INSPECTION,
    WAIT_FOR_REFUND,
    /** The order is not paid: nothing is issued, less is owed. */
    BILL_REDUCED,
    /** The team looks at the money. */
    WAIT_FOR_CHECK,
    WAIT_FOR_EXCHANGE,
    REFUND_ON_ITS_WAY,
    KEEP_ITEM,
    NOTHING_TO_DO
}
