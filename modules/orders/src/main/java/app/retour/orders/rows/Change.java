package app.retour.orders.rows;

/** What became of something that a source told. */
public enum Change {
    CREATED,
    UPDATED,
    /** The source said the same as before. */
    UNCHANGED
}
