package app.retour.notifications.moments;

import static app.retour.notifications.moments.NotificationAudience.SHOPPER;
import static app.retour.notifications.moments.NotificationAudience.TEAM;

import java.util.Locale;
import java.util.Set;

/** A thing worth telling, in the order of a return's life. */
public enum Moment {
    REQUEST_RECEIVED(SHOPPER, "Request received", "When a request waits for a person, not when it is decided at once."),
    REVIEW_WANTED(TEAM, "Review wanted", "When a request waits for somebody of the team."),
    EVIDENCE_WANTED(SHOPPER, "Evidence wanted", "When a photo or a comment is needed before you can decide."),
    EVIDENCE_REMINDER(SHOPPER, "Reminder of evidence", "Once, some days before what you asked for is due."),
    APPROVED(SHOPPER, "Return approved", "When all items are approved, with how to send them back."),
    PARTLY_APPROVED(SHOPPER, "Return partly approved", "When some items are approved and others are not."),
    REJECTED(SHOPPER, "Return not approved", "When no item is approved, with the reason."),
    ON_ITS_WAY(SHOPPER, "On its way", "When the carrier first scans the parcel."),
    DELIVERED_TO_US(SHOPPER, "Delivered to us", "When the carrier says that the parcel has reached you."),
    ITEM_RECEIVED(SHOPPER, "Item received", "When your warehouse closes the receipt of a parcel."),
    REFUND_ISSUED(SHOPPER, "Refund issued", "When a refund was issued, with amount and means."),
    REFUND_FAILED(TEAM, "Refund failed", "When a refund did not go through."),
    CANCELED(SHOPPER, "Return canceled", "When a return is canceled, by the shopper or by you."),
    EXPIRED(SHOPPER, "Return expired", "When what you asked for did not come in time.");

    private final NotificationAudience audience;
    private final String title;
    private final String description;

    Moment(NotificationAudience audience, String title, String description) {
        this.audience = audience;
        this.title = title;
        this.description = description;
    }

    public NotificationAudience audience() {
        return audience;
    }

    /** For people: "Refund issued". */
    public String title() {
        return title;
    }

    /** For people: when it is told. */
    public String description() {
        return description;
    }

    /**
     * The moments that make this one pointless once they have happened. Money and refusals are always told, however
     * late.
     */
    public Set<Moment> overtakenBy() {
        return switch (this) {
            case REQUEST_RECEIVED, REVIEW_WANTED ->
                Set.of(
                        EVIDENCE_WANTED,
                        APPROVED,
                        PARTLY_APPROVED,
                        REJECTED,
                        ON_ITS_WAY,
                        DELIVERED_TO_US,
                        ITEM_RECEIVED,
                        CANCELED,
                        EXPIRED);
            case EVIDENCE_WANTED, EVIDENCE_REMINDER ->
                Set.of(
                        APPROVED,
                        PARTLY_APPROVED,
                        REJECTED,
                        ON_ITS_WAY,
                        DELIVERED_TO_US,
                        ITEM_RECEIVED,
                        CANCELED,
                        EXPIRED);
            case APPROVED -> Set.of(ON_ITS_WAY, DELIVERED_TO_US, ITEM_RECEIVED, CANCELED, EXPIRED);
            case PARTLY_APPROVED -> Set.of(DELIVERED_TO_US, ITEM_RECEIVED, CANCELED, EXPIRED);
            case ON_ITS_WAY -> Set.of(DELIVERED_TO_US, ITEM_RECEIVED);
            case DELIVERED_TO_US -> Set.of(ITEM_RECEIVED);
            case REJECTED, ITEM_RECEIVED, REFUND_ISSUED, REFUND_FAILED, CANCELED, EXPIRED -> Set.of();
        };
    }

    /** The name of this moment's default template. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
