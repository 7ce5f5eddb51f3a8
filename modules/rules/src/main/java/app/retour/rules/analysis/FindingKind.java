package app.retour.rules.analysis;

/** What the analysis of a policy may find. */
public enum FindingKind {
    /** A condition that can never be true where it must be, or never false where it must not hold. */
    CONTRADICTORY_CONDITION,
    /** No item makes the rule true. */
    NEVER_MATCHES,
    /** Whenever the rule is true, rules before it have settled everything that it sets. */
    SHADOWED,
    /** The same of one of its effects. */
    EFFECT_ALWAYS_OVERRIDDEN,
    /** Two rules hold for the same item and decide differently; the first one wins. */
    OVERLAP,
    /** Everything is known, and no rule decides. */
    GAP,
    /** A comparison that can be neither true nor false. */
    ALWAYS_UNKNOWN,
    /** A rule would refuse or charge what a consumer has a right to; the law stops it. */
    STATUTORY_RISK
}
