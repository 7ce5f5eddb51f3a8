package app.retour.returns.view;

/** What becomes of the goods. */
public enum Disposition {
    RESTOCKED,
    REFURBISHED,
    RECYCLED,
    DONATED,
    SCRAPPED,
    SENT_BACK,
    MISSING
}
