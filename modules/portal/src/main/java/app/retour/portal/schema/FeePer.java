package app.retour.portal.schema;

/** How often a fee is charged. */
public enum FeePer {
    ITEM,
    RETURN,
    UNIT
}
