package app.retour.portal.schema;

/** What a line of an amount is about. */
public enum WaterfallLineKind {
    ADJUSTMENT,
    BONUS,
    CEILING,
    GOODWILL,
    ITEM,
    LABEL_FEE,
    NOT_CHARGED,
    NOT_PAID,
    OUTBOUND_SHIPPING,
    RESTOCKING_FEE,
    SHIPPING_TAX,
    TAX;

    /** Cuts what would be given back, for a reason that shoppers read in the same words each time. */
    public boolean isLimit() {
        return switch (this) {
            case CEILING, NOT_PAID, NOT_CHARGED -> true;
            case ADJUSTMENT, BONUS, GOODWILL, ITEM, LABEL_FEE, OUTBOUND_SHIPPING, RESTOCKING_FEE, SHIPPING_TAX, TAX ->
                false;
        };
    }

    /** What goods, bonuses and corrections are called is the merchant's; all else has a name in every language. */
    public boolean isNamedByUs() {
        return switch (this) {
            case ADJUSTMENT, BONUS, ITEM -> false;
            case CEILING,
                    GOODWILL,
                    LABEL_FEE,
                    NOT_CHARGED,
                    NOT_PAID,
                    OUTBOUND_SHIPPING,
                    RESTOCKING_FEE,
                    SHIPPING_TAX,
                    TAX -> true;
        };
    }
}
