package app.retour.portal.schema;

import java.util.Locale;

/** Where a step stands. */
public enum MilestoneState {
    AHEAD,
    CURRENT,
    DONE,
    SKIPPED;

    /** It lies behind. */
    public boolean isDone() {
        return this == DONE;
    }

    /** It is the one that the return stands at. */
    public boolean isCurrent() {
        return this == CURRENT;
    }

    /** In the page's styles. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
