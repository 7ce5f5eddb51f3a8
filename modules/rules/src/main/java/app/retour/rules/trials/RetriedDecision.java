package app.retour.rules.trials;

import app.retour.rules.policy.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored decision judged by a draft.
 *
 * @param listed comes out otherwise, and is among those that are kept for looking at
 * @param value of the item in the tenant's currency
 */
record RetriedDecision(
        UUID decision,
        Instant decidedAt,
        boolean listed,
        Outcome live,
        Outcome draft,
        @Nullable BigDecimal value) {}
