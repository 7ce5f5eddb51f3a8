package app.retour.returns;

/** What a line of a waterfall stands for. */
public enum WaterfallLineKind {
    ITEM,
    TAX,
    OUTBOUND_SHIPPING,
    RESTOCKING_FEE,
    LABEL_FEE,
    BONUS,
    ADJUSTMENT,
    CEILING
}
