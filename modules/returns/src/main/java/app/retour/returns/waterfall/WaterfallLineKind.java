package app.retour.returns.waterfall;

/** What a line of a waterfall stands for. */
public enum WaterfallLineKind {
    /** Units of the goods; without the tax where it comes on top of the prices. */
    ITEM,
    /** The tax that came on top of an item's price. */
    TAX,
    OUTBOUND_SHIPPING,
    /** The tax that came on top of the outbound shipping. */
    SHIPPING_TAX,
    RESTOCKING_FEE,
    LABEL_FEE,
    BONUS,
    /** A person gave more or less. */
    ADJUSTMENT,
    /** Staff gave it of their own accord; its text says why. */
    GOODWILL,
    /** More than what was paid and not given back yet cannot be given back. */
    CEILING,
    /** The order is not paid, or not wholly: what is not paid lowers the bill. */
    NOT_PAID,
    /** Less is due by now than was given back before; nobody is charged for it. */
    NOT_CHARGED;

    boolean isGoods() {
        return this == ITEM || this == TAX;
    }

    /** What is kept back for good. */
    public boolean isFee() {
        return this == RESTOCKING_FEE || this == LABEL_FEE;
    }

    /** What a person decided, and no sum foretells. */
    public boolean isOfStaff() {
        return this == ADJUSTMENT || this == GOODWILL;
    }

    /** What an amount is cut by, rather than what it is made of. */
    public boolean isLimit() {
        return this == CEILING || this == NOT_PAID || this == NOT_CHARGED;
    }
}
