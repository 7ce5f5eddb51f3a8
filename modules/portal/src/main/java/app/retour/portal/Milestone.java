package app.retour.portal;

import app.retour.portal.schema.MilestoneName;
import app.retour.portal.schema.MilestoneState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step on the way of a return. */
record Milestone(
        MilestoneName name, MilestoneState state, @Nullable Instant at) {
    /** The drawing beside it. */
    public String icon() {
        return state.isDone() ? "check" : name.icon();
    }

    /** What it is called here: nobody is refunded who gets another variant, and nothing is on its way yet. */
    MilestoneTitle title(boolean onlyExchanges) {
        return switch (name) {
            case ACCEPTED -> MilestoneTitle.ACCEPTED;
            case ON_ITS_WAY -> state.isCurrent() ? MilestoneTitle.TO_SEND : MilestoneTitle.ON_ITS_WAY;
            case RECEIVED -> MilestoneTitle.RECEIVED;
            case REFUNDED -> onlyExchanges ? MilestoneTitle.EXCHANGED : MilestoneTitle.REFUNDED;
        };
    }
}
