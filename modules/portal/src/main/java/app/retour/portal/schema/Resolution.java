package app.retour.portal.schema;

/** What a shopper gets for an item. */
public enum Resolution {
    EXCHANGE,
    REFUND,
    STORE_CREDIT;

    /** Another variant, which has to be chosen. */
    public boolean isExchange() {
        return this == EXCHANGE;
    }
}
