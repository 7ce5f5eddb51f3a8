package app.retour.returns.status;

import java.util.Collection;

/** The decision about a return, derived from its items' decisions and never stored as a truth of its own. */
public enum ReturnDecision {
    WAITING_FOR_SHOPPER,
    IN_REVIEW,
    APPROVED,
    PARTLY_APPROVED,
    REJECTED,
    CANCELED,
    EXPIRED;

    /** Any waiting for the shopper, then any in review, then what the decided ones agree on. */
    public static ReturnDecision of(Collection<ItemDecision> items) {
        if (items.contains(ItemDecision.WAITING_FOR_SHOPPER)) {
            return WAITING_FOR_SHOPPER;
        }
        if (items.contains(ItemDecision.IN_REVIEW)) {
            return IN_REVIEW;
        }
        if (items.contains(ItemDecision.APPROVED)) {
            return items.contains(ItemDecision.REJECTED) || items.contains(ItemDecision.EXPIRED)
                    ? PARTLY_APPROVED
                    : APPROVED;
        }
        if (items.contains(ItemDecision.REJECTED)) {
            return REJECTED;
        }
        return items.contains(ItemDecision.EXPIRED) ? EXPIRED : CANCELED;
    }
}
