package app.retour.rules.evaluation;

import app.retour.kernel.Phrase;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What the policy says of one item.
 *
 * @param decision null in a preview or a try, which store nothing
 * @param shopperReason what the deciding rule tells the shopper
 * @param because for staff, in plain words: the rule, the default or the missing fact behind the outcome
 * @param undetermined effects that an unknown fact left open, each in plain words with rule and fact
 */
@NamedInterface("evaluation")
public record ItemJudgement(
        UUID itemRef,
        @Nullable DecisionId decision,
        Outcome outcome,
        @Nullable Phrase shopperReason,
        String because,
        Effects effects,
        List<String> undetermined) {
    public ItemJudgement {
        undetermined = List.copyOf(undetermined);
    }
}
