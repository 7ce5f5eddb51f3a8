package app.retour.orders.imports;

/** How far an import is. */
public enum ImportState {
    WAITING,
    RUNNING,
    DONE,
    /** It stopped before the end; what was read before stays. */
    FAILED
}
