package app.retour.returns.status;

/** Kinds of steps of the team. */
public enum TeamStepKind {
    DECIDE,
    WAIT_FOR_SHOPPER,
    WAIT_FOR_REST,
    WAIT_FOR_PARCEL,
    FIND_PARCEL,
    COUNT,
    INSPECT,
    CHOOSE_MEANS,
    /** The order is not paid: the bill is lowered. */
    REDUCE_BILL,
    /** Something stands against paying a refund. */
    CHECK_REFUND,
    PAY,
    RECONCILE,
    RETRY_REFUND,
    DO_TASK,
    SETTLE,
    NOTHING_TO_DO
}
