package app.retour.rules;

import app.retour.kernel.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * One stored judging of one item; never changed.
 *
 * @param byHand decided by a person
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
        Instant decidedAt) {}
