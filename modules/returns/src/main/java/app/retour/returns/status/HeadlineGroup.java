package app.retour.returns.status;

/** Headlines in groups, for tabs and filters. */
public enum HeadlineGroup {
    NEEDS_REVIEW,
    SHOPPERS_TURN,
    PROBLEM,
    APPROVED,
    ON_THE_WAY,
    AT_WAREHOUSE,
    REFUND_DUE,
    DONE
}
