package app.retour.portal.schema;

import java.util.Locale;

/** What was decided of a return as a whole. */
public enum ReturnDecision {
    APPROVED,
    CANCELED,
    EXPIRED,
    IN_REVIEW,
    PARTLY_APPROVED,
    REJECTED,
    WAITING_FOR_SHOPPER;

    /** All of it may go back. */
    public boolean isApproval() {
        return this == APPROVED;
    }

    /** It is told what happens next in words of its own, beside the headline. */
    public boolean isOpen() {
        return this == IN_REVIEW;
    }

    /** The drawing beside it. */
    public String icon() {
        return switch (this) {
            case APPROVED, PARTLY_APPROVED -> "check";
            case WAITING_FOR_SHOPPER -> "camera";
            case IN_REVIEW -> "clock";
            case REJECTED, CANCELED, EXPIRED -> "stop";
        };
    }

    /** In the page's styles. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
