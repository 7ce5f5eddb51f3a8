package app.retour.portal.schema;

/** Why a line cannot go back. */
public enum BlockedBecause {
    ALREADY_RETURNED,
    GIFT_CARD,
    NOT_SHIPPED,
    ORDER_CANCELED
}
