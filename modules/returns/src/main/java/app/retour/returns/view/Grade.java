package app.retour.returns.view;

/** Condition of the goods, as the warehouse saw them. */
public enum Grade {
    AS_NEW,
    OPENED,
    USED,
    DAMAGED,
    DEFECTIVE,
    WRONG_ITEM
}
