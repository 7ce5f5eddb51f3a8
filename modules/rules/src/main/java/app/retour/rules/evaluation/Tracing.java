package app.retour.rules.evaluation;

import app.retour.rules.documents.FactsWriter;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.ConditionWords;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Sentences;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains an evaluation: walks the same policy over the same facts and says of each rule what became of it. */
final class Tracing {
    private final Policy policy;
    private final Facts facts;
    private final ItemEvaluation evaluation;

    private Tracing(Policy policy, Facts facts, ItemEvaluation evaluation) {
        this.policy = policy;
        this.facts = facts;
        this.evaluation = evaluation;
    }

    static Trace of(
            Policy policy, Facts facts, ItemEvaluation evaluation, @Nullable Integer versionNumber, int semantics) {
        return new Tracing(policy, facts, evaluation).trace(versionNumber, semantics);
    }

    private Trace trace(@Nullable Integer versionNumber, int semantics) {
        var rules = new ArrayList<Trace.RuleTrace>();
        for (var index = 0; index < policy.rules().size(); index++) {
            rules.add(rule(index, policy.rules().get(index)));
        }
        var seen = Stream.concat(Arrays.stream(FactName.values()), policy.customFacts())
                .map(this::seenWhole)
                .toList();
        return new Trace(
                versionNumber,
                semantics,
                rules,
                seen,
                evaluation.afterwards(),
                evaluation.outcome(),
                evaluation.because());
    }

    private Trace.RuleTrace rule(int index, Rule rule) {
        var truth = rule.when().truth(facts);
        var conditions = new ArrayList<Trace.ConditionTrace>();
        explain(rule.when(), 0, conditions);
        return new Trace.RuleTrace(
                index + 1,
                rule.id(),
                rule.name(),
                Sentences.of(rule),
                rule.enabled(),
                rule.isFinal(),
                truth,
                conditions,
                rule.then().stream()
                        .map(effect -> fate(index, rule, truth, effect))
                        .toList());
    }

    private void explain(Condition condition, int depth, List<Trace.ConditionTrace> into) {
        var truth = condition.truth(facts);
        switch (condition) {
            case Condition.Test test ->
                into.add(new Trace.ConditionTrace(
                        depth, ConditionWords.of(test), truth, test.fact(), seen(test.fact())));
            case Condition.All(var parts) -> explain("all of", truth, parts, depth, into);
            case Condition.Any(var parts) -> explain("any of", truth, parts, depth, into);
            case Condition.None(var parts) -> explain("none of", truth, parts, depth, into);
        }
    }

    private void explain(String group, Truth truth, List<Condition> parts, int depth, List<Trace.ConditionTrace> into) {
        into.add(new Trace.ConditionTrace(depth, group, truth, null, null));
        parts.forEach(part -> explain(part, depth + 1, into));
    }

    private Trace.FactSeen seenWhole(Fact fact) {
        var value = facts.get(fact);
        if (!value.isKnown()) {
            return new Trace.FactSeen(fact, null, null);
        }
        var canBeTried = !(value instanceof FactValue.Amount(var money))
                || money.currency().equals(policy.currency());
        return new Trace.FactSeen(fact, seen(fact), canBeTried ? FactsWriter.values(value) : null);
    }

    private String seen(Fact fact) {
        return ConditionWords.of(fact, facts.get(fact));
    }

    private Trace.EffectTrace fate(int index, Rule rule, Truth truth, Effect effect) {
        var kind = effect.kind();
        var ruleEvaluation = evaluation.ruleEvaluation();
        var settled = ruleEvaluation.settled(kind);
        var finalAt = ruleEvaluation.finalAt();
        if (!rule.enabled()) {
            return told(effect, Trace.EffectFate.SWITCHED_OFF, "The rule is switched off");
        }
        if (kind != EffectKind.TAGS && settled.isWon() && settled.winner() < index) {
            return told(
                    effect,
                    Trace.EffectFate.OVERRIDDEN,
                    ItemEvaluation.named(policy, settled.winner()) + " had set it");
        }
        if (settled.isOpen() && settled.opener() < index) {
            return told(
                    effect,
                    Trace.EffectFate.BEHIND_UNKNOWN,
                    ItemEvaluation.named(policy, settled.opener())
                            + " cannot be decided with what is known, so this stays open");
        }
        if (finalAt >= 0 && finalAt < index) {
            return told(
                    effect,
                    Trace.EffectFate.BEHIND_FINAL,
                    ItemEvaluation.named(policy, finalAt) + " is final and held");
        }
        return switch (truth) {
            case TRUE -> told(effect, Trace.EffectFate.WON, "The first rule that sets it and is true");
            case FALSE -> told(effect, Trace.EffectFate.NOT_TRUE, "Its conditions do not hold");
            case UNKNOWN -> told(effect, Trace.EffectFate.UNDETERMINED, "Nobody can say whether its conditions hold");
        };
    }

    private static Trace.EffectTrace told(Effect effect, Trace.EffectFate fate, String why) {
        return new Trace.EffectTrace(effect.kind(), Sentences.of(effect), fate, why);
    }
}
