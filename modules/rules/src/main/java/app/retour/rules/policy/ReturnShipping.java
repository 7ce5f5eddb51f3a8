package app.retour.rules.policy;

/** Who pays the way back. */
public enum ReturnShipping {
    MERCHANT,
    /** The merchant's label, its cost taken off the refund. */
    DEDUCTED,
    /** The shopper sends it themselves. */
    SHOPPER
}
