package app.retour.rules.evaluation;

import app.retour.rules.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** One item tried: what the policy would say, and why. */
@NamedInterface("evaluation")
public record TryOut(ItemJudgement judgement, Trace trace) {
    /** By a policy that is published nowhere. */
    public static TryOut of(CompiledPolicy policy, ItemFacts item) {
        return of(policy, item, null, Policy.SEMANTICS);
    }

    /** @param version its number; null when it is published nowhere */
    public static TryOut of(CompiledPolicy policy, ItemFacts item, @Nullable Integer version, int semantics) {
        var evaluation = ItemEvaluation.of(policy, item.facts(), item.raisedGuards());
        return new TryOut(
                evaluation.on(item, null), Tracing.of(policy.policy(), item.facts(), evaluation, version, semantics));
    }
}
