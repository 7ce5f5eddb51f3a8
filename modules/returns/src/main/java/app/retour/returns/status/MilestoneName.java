package app.retour.returns.status;

/** The four steps that a shopper sees. */
public enum MilestoneName {
    ACCEPTED,
    ON_ITS_WAY,
    RECEIVED,
    REFUNDED
}
