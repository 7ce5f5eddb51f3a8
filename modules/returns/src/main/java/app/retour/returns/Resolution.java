package app.retour.returns;

/** What the shopper asks for. */
public enum Resolution {
    REFUND,
    EXCHANGE,
    STORE_CREDIT
}
