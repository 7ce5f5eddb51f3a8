package app.retour.returns;

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
    PAY,
    RECONCILE,
    RETRY_REFUND,
    DO_TASK,
    SETTLE,
    NOTHING_TO_DO
}
