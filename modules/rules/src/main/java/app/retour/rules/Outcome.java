package app.retour.rules;

/** What a decision says of one item. */
public enum Outcome {
    APPROVE,
    /** A person decides. */
    REVIEW,
    REJECT
}
