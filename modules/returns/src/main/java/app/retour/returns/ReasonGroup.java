package app.retour.returns;

/** Groups of reasons that rules and reports understand; wrong size is SIZE. */
public enum ReasonGroup {
    SIZE,
    DEFECT,
    WRONG_ITEM,
    CHANGED_MIND,
    DAMAGED_IN_TRANSIT,
    OTHER
}
