package app.retour.portal.schema;

import java.util.Locale;

/** What was decided of an item. */
public enum ItemDecision {
    APPROVED,
    CANCELED,
    EXPIRED,
    IN_REVIEW,
    REJECTED,
    WAITING_FOR_SHOPPER;

    /** It may go back. */
    public boolean isApproval() {
        return this == APPROVED;
    }

    /** It may not, though another resolution may be open. */
    public boolean isRejection() {
        return this == REJECTED;
    }

    /** In the page's styles. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
