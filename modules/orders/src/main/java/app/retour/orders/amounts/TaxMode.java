package app.retour.orders.amounts;

/** Whether the shop's prices include tax. */
public enum TaxMode {
    /** The lines' prices include it; nothing is added on top. */
    INCLUDED,
    /** It is added on top of lines and shipping. */
    EXCLUDED,
    /** The sums do not tell. */
    UNKNOWN
}
