package app.retour.rules.analysis;

/** How much a finding matters; the worst first. */
public enum FindingSeverity {
    /** Something can never work as written. */
    ERROR,
    /** Something never has an effect, or not the one that is written. */
    WARNING,
    /** Worth knowing; often meant so. */
    HINT
}
