package app.retour.returns.status;

/**
 * The four facts of a return, each reduced to what the headline looks at.
 *
 * @param problem a lost or astray parcel whose goods are not here, or a refund that failed
 */
public record HeadlineFacts(
        ReturnDecision decision, boolean closed, boolean problem, Outcome outcome, GoodsFact goods, ParcelSeen parcel) {

    /** What has been given back of what was approved. */
    public enum Outcome {
        NOTHING,
        PARTLY,
        REFUND,
        CREDIT,
        EXCHANGE,
        MIXED
    }

    /** How much of what is expected has arrived. */
    public enum GoodsFact {
        NOTHING,
        PARTLY,
        ALL,
        INSPECTING
    }

    /** The furthest that any parcel has come. */
    public enum ParcelSeen {
        NONE,
        ON_ITS_WAY,
        DELIVERED
    }

    /** The first that holds, in the order of {@link Headline}. */
    public Headline headline() {
        return switch (decision) {
            case CANCELED -> Headline.CANCELED;
            case EXPIRED -> Headline.EXPIRED;
            case REJECTED -> Headline.REJECTED;
            case WAITING_FOR_SHOPPER -> closed ? Headline.CLOSED : Headline.ACTION_NEEDED;
            case IN_REVIEW, APPROVED, PARTLY_APPROVED -> closed ? Headline.CLOSED : underWay();
        };
    }

    private Headline underWay() {
        if (problem) {
            return Headline.PROBLEM;
        }
        return switch (outcome) {
            case REFUND -> Headline.REFUNDED;
            case CREDIT -> Headline.CREDITED;
            case EXCHANGE -> Headline.EXCHANGED;
            case MIXED -> Headline.COMPLETED;
            case PARTLY -> Headline.PARTLY_REFUNDED;
            case NOTHING -> byGoods();
        };
    }

    private Headline byGoods() {
        return switch (goods) {
            case INSPECTING -> Headline.BEING_INSPECTED;
            case ALL -> Headline.RECEIVED;
            case PARTLY -> Headline.PARTLY_RECEIVED;
            case NOTHING -> byParcel();
        };
    }

    private Headline byParcel() {
        return switch (parcel) {
            case DELIVERED -> Headline.DELIVERED_TO_US;
            case ON_ITS_WAY -> Headline.ON_ITS_WAY;
            case NONE -> byDecision();
        };
    }

    private Headline byDecision() {
        return switch (decision) {
            case IN_REVIEW -> Headline.PENDING_REVIEW;
            case PARTLY_APPROVED -> Headline.PARTLY_APPROVED;
            default -> Headline.APPROVED;
        };
    }
}
