package app.retour.rules.vocabulary;

/** What every tenant's reasons come down to; wrong size, too small or too large, is SIZE. */
public enum ReasonGroup {
    SIZE,
    DEFECT,
    WRONG_ITEM,
    CHANGED_MIND,
    DAMAGED_IN_TRANSIT,
    OTHER
}
