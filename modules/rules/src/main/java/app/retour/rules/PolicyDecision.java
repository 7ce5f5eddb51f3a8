package app.retour.rules;

import app.retour.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One stored judging of one item; never changed, but for personal facts that are blanked at erasure.
 *
 * @param byHand decided by a person
 * @param erasedFacts keys of personal facts whose values were erased since
 */
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
