package app.retour.returns.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the four steps that a shopper sees. */
public record Milestone(
        MilestoneName name, MilestoneState state, @Nullable Instant at) {}
