package app.retour.rules.policy;

/** What a shopper may ask for. */
public enum Resolution {
    REFUND,
    EXCHANGE,
    STORE_CREDIT
}
