package app.retour.portal.schema;

/** Who pays the way back. */
public enum ReturnShipping {
    DEDUCTED,
    MERCHANT,
    SHOPPER
}
