package app.retour.portal.schema;

/** What happens next. */
public enum NextStepKind {
    ADD_TRACKING,
    BILL_REDUCED,
    GIVE_EVIDENCE,
    KEEP_ITEM,
    NOTHING_TO_DO,
    PACK_AND_SEND,
    REFUND_ON_ITS_WAY,
    WAIT_FOR_CHECK,
    WAIT_FOR_EXCHANGE,
    WAIT_FOR_INSPECTION,
    WAIT_FOR_PARCEL,
    WAIT_FOR_REFUND,
    WAIT_FOR_REST,
    WAIT_FOR_REVIEW;

    /** What the card that asks for evidence says already. */
    public boolean isAnswering() {
        return this == GIVE_EVIDENCE;
    }

    /** Nothing happens any more. */
    public boolean isNothing() {
        return this == NOTHING_TO_DO;
    }
}
