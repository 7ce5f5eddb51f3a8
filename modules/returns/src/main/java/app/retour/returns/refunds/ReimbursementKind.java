package app.retour.returns.refunds;

/** What staff give back of their own accord, beside what the items of a return bring. */
public enum ReimbursementKind {
    /** Outbound shipping that was paid, or part of it. */
    SHIPPING,
    /** A gesture: the price is lowered after the fact. */
    GOODWILL
}
