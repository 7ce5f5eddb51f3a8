package app.retour.rules.policy;

/** What a decision says of one item. */
public enum Outcome {
    APPROVE,
    /** A person decides. */
    REVIEW,
    REJECT
}
