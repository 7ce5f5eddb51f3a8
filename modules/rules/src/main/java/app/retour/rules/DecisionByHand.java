package app.retour.rules;

import app.retour.kernel.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of one item; stored beside what the policy said.
 *
 * @param after the decision that the person looked at; its facts and version are kept with the new one
 * @param reasonGiven whether words for the shopper were given; the words themselves stay with the asker
 */
public record DecisionByHand(
        String subjectType,
        UUID subjectId,
        UUID itemRef,
        @Nullable DecisionId after,
        Outcome outcome,
        boolean reasonGiven,
        Actor by,
        Instant submittedAt) {}
