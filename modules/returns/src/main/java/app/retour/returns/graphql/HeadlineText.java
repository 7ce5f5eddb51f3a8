package app.retour.returns.graphql;

import app.retour.returns.status.Headline;

/** The headline as a sentence for the shopper; it never blames. */
final class HeadlineText {
    private HeadlineText() {}

    static String of(Headline headline) {
        return switch (headline) {
            case CANCELED -> "This return was canceled.";
            case EXPIRED -> "This return has expired.";
            case REJECTED -> "We cannot take these items back.";
            case CLOSED -> "This return is closed.";
            case ACTION_NEEDED -> "We need something from you.";
            case PROBLEM -> "We are checking something and will write to you.";
            case REFUNDED -> "Your refund is on its way.";
            case CREDITED -> "Your store credit is ready.";
            case EXCHANGED -> "Your replacement is on its way.";
            case COMPLETED -> "This return is complete.";
            case PARTLY_REFUNDED -> "Part of your refund is on its way.";
            case BEING_INSPECTED -> "We are inspecting your items.";
            case RECEIVED -> "We received your items.";
            case PARTLY_RECEIVED -> "We received some of your items.";
            case DELIVERED_TO_US -> "Your parcel is with us.";
            case ON_ITS_WAY -> "Your parcel is on its way to us.";
            case PENDING_REVIEW -> "We are looking at your request.";
            case PARTLY_APPROVED -> "Some of your items are accepted.";
            case APPROVED -> "Your return is accepted.";
        };
    }
}
