package app.retour.rules.evaluation;

import app.retour.rules.policy.Comparison;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The law once more, word by word and without cleverness: each effect on its own goes down the whole list. Shares nothing
 * with the engine but the types and the comparison of single values.
 */
public final class NaiveInterpreter {
    private final Policy policy;
    private final Facts facts;

    public NaiveInterpreter(Policy policy, Facts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    /** What became of one effect: the winner, or undetermined, or neither (its default). */
    public record Answer(@Nullable Effect won, boolean undetermined) {}

    /** "Going down the list for one effect: true → it wins, stop; false → next; unknown → stop: undetermined." */
    public Answer answer(EffectKind kind) {
        for (var rule : policy.rules()) {
            if (!rule.enabled()) {
                continue;
            }
            var truth = truth(rule.when());
            var effect = effect(rule, kind);
            if (effect != null && truth == Truth.TRUE) {
                return new Answer(effect, false);
            }
            if (effect != null && truth == Truth.UNKNOWN) {
                return new Answer(null, true);
            }
            // "A rule may be marked final: when it is true, later rules set nothing."
            if (rule.isFinal() && truth == Truth.TRUE) {
                return new Answer(null, false);
            }
            // "An unknown final rule stops every effect not yet set."
            if (rule.isFinal() && truth == Truth.UNKNOWN) {
                return new Answer(null, true);
            }
        }
        return new Answer(null, false);
    }

    /** "tags (the one effect that adds up: every true rule's, until a final one)". */
    public Set<String> tags() {
        var tags = new LinkedHashSet<String>();
        for (var rule : policy.rules()) {
            if (!rule.enabled()) {
                continue;
            }
            var truth = truth(rule.when());
            var added = effect(rule, EffectKind.TAGS) instanceof Effect.AddTags(var all) ? all : Set.<String>of();
            if (truth == Truth.TRUE) {
                tags.addAll(added);
            }
            if (truth == Truth.UNKNOWN && (!added.isEmpty() || rule.isFinal())) {
                return tags;
            }
            if (truth == Truth.TRUE && rule.isFinal()) {
                return tags;
            }
        }
        return tags;
    }

    /** The decision before guards and law. */
    Outcome outcome() {
        // "An undetermined decision → review"; the default is review.
        var decision = answer(EffectKind.DECISION);
        if (!(decision.won() instanceof Effect.Decide(var outcome, var _))) {
            return Outcome.REVIEW;
        }
        // "when it is a fee, shipping, keep item, bonus, refund moment or resolutions, an item that would be approved
        // goes to review"
        var material = List.of(
                EffectKind.FEE,
                EffectKind.RETURN_SHIPPING,
                EffectKind.KEEP_ITEM,
                EffectKind.BONUS,
                EffectKind.REFUND_MOMENT,
                EffectKind.RESOLUTIONS);
        return outcome == Outcome.APPROVE
                        && material.stream().anyMatch(kind -> answer(kind).undetermined())
                ? Outcome.REVIEW
                : outcome;
    }

    private static @Nullable Effect effect(Rule rule, EffectKind kind) {
        for (var effect : rule.then()) {
            if (effect.kind() == kind) {
                return effect;
            }
        }
        return null;
    }

    /** "false AND unknown = false; true OR unknown = true; not unknown = unknown". */
    public Truth truth(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> {
                var truths = truths(parts);
                yield truths.contains(Truth.FALSE)
                        ? Truth.FALSE
                        : truths.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
            }
            case Condition.Any(var parts) -> any(parts);
            case Condition.None(var parts) ->
                switch (any(parts)) {
                    case TRUE -> Truth.FALSE;
                    case FALSE -> Truth.TRUE;
                    case UNKNOWN -> Truth.UNKNOWN;
                };
            case Condition.Test test -> {
                var seen = facts.get(test.fact());
                if (test.operator() == Operator.IS_UNKNOWN) {
                    yield seen.isKnown() ? Truth.FALSE : Truth.TRUE;
                }
                yield seen.isKnown() ? Comparison.of(test, seen) : Truth.UNKNOWN;
            }
        };
    }

    private Truth any(List<Condition> parts) {
        var truths = truths(parts);
        return truths.contains(Truth.TRUE) ? Truth.TRUE : truths.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private List<Truth> truths(List<Condition> parts) {
        var truths = new ArrayList<Truth>();
        for (var part : parts) {
            truths.add(truth(part));
        }
        return truths;
    }
}
