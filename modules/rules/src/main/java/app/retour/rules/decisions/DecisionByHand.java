package app.retour.rules.decisions;

import app.retour.kernel.Actor;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.policy.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a person decided of one item; stored beside what the policy said.
 *
 * @param after the decision that the person looked at; its facts and version are kept with the new one
 * @param reasonGiven whether words for the shopper were given; the words themselves stay with the asker
 */
@NamedInterface("decisions")
public record DecisionByHand(
        String subjectType,
        UUID subjectId,
        UUID itemRef,
        @Nullable DecisionId after,
        Outcome outcome,
        boolean reasonGiven,
        Actor by,
        Instant submittedAt) {}
