package app.retour.returns;

/** The four steps that a shopper sees. */
public enum MilestoneName {
    ACCEPTED,
    ON_ITS_WAY,
    RECEIVED,
    REFUNDED
}
