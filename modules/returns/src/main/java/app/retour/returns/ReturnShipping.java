package app.retour.returns;

/** Who pays the way back. */
public enum ReturnShipping {
    MERCHANT,
    DEDUCTED,
    SHOPPER
}
