package app.retour.rules.decisions;

import app.retour.kernel.Actor;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.PolicyVersionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * One stored judging of one item; never changed, but for personal facts that are blanked at erasure.
 *
 * @param byHand decided by a person
 * @param erasedFacts keys of personal facts whose values were erased since
 */
@NamedInterface("decisions")
public record PolicyDecision(
        DecisionId id,
        String subjectType,
        UUID subjectId,
        UUID itemRef,
        PolicyVersionId version,
        Outcome outcome,
        boolean byHand,
        Actor by,
        Instant submittedAt,
        Instant decidedAt,
        List<String> erasedFacts) {
    public PolicyDecision {
        erasedFacts = List.copyOf(erasedFacts);
    }
}
