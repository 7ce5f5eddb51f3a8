package app.retour.returns.status;

/** The decision about one item; moved by policy, agent, shopper and clock. */
public enum ItemDecision {
    IN_REVIEW,
    WAITING_FOR_SHOPPER,
    APPROVED,
    REJECTED,
    CANCELED,
    EXPIRED;

    /** Its units are promised: they count against what was bought. */
    public boolean isLive() {
        return switch (this) {
            case APPROVED, IN_REVIEW, WAITING_FOR_SHOPPER -> true;
            case REJECTED, CANCELED, EXPIRED -> false;
        };
    }
}
