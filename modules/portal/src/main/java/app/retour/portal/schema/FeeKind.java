package app.retour.portal.schema;

/** How a fee is reckoned. */
public enum FeeKind {
    FLAT,
    PERCENT,
    WAIVED
}
