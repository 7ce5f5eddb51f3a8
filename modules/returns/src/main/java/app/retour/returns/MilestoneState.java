package app.retour.returns;

/** Where a milestone stands. */
public enum MilestoneState {
    DONE,
    CURRENT,
    AHEAD,
    SKIPPED
}
