package app.retour.rules;

/** On what ground the goods come back. The first two are statutory rights: rules neither refuse nor charge them. */
public enum LegalBasis {
    /** Withdrawal from a distance sale. */
    WITHDRAWAL,
    /** The goods are not as agreed. */
    CONFORMITY,
    /** What the merchant grants of its own accord. */
    GOODWILL;

    boolean isStatutory() {
        return this != GOODWILL;
    }
}
