package app.retour.returns.eligibility;

/** A fact of life that stands against returning a line; everything else can be submitted and judged. */
public enum BlockedBecause {
    NOT_SHIPPED,
    ALREADY_RETURNED,
    GIFT_CARD,
    ORDER_CANCELED
}
