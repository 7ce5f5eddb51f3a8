package app.retour.returns.status;

/** Where a milestone stands. */
public enum MilestoneState {
    DONE,
    CURRENT,
    AHEAD,
    SKIPPED
}
