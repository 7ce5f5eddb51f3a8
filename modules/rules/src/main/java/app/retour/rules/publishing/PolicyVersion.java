package app.retour.rules.publishing;

import app.retour.kernel.Actor;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.policy.Rule;
import java.time.Instant;
import java.util.List;

/**
 * A published policy; never changed.
 *
 * @param number from 1; 0 for the empty policy that every tenant starts with
 * @param semantics the meaning of rules it was published under
 * @param note what changed and why, for the team
 */
public record PolicyVersion(
        PolicyVersionId id,
        int number,
        int semantics,
        List<Rule> rules,
        String note,
        Instant publishedAt,
        Actor publishedBy,
        boolean isLive) {}
