package app.retour.rules.analysis;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A policy as variables of {@link Clauses}: of each rule in order when it holds, and what is still open when it is read. */
final class EncodedPolicy {
    private final Policy policy;
    private final EncodedConditions conditions;
    private final Clauses clauses;
    private final List<EncodedRule> rules = new ArrayList<>();
    private final Map<EffectKind, Integer> open = new EnumMap<>(EffectKind.class);
    private final Map<Outcome, Integer> won = new EnumMap<>(Outcome.class);
    private final int isConformity;
    private final int isStatutory;

    /**
     * A rule that is switched on.
     *
     * @param place in the policy, from 0
     * @param open by effect, whether no rule before has settled it
     * @param passes by effect, whether this rule leaves it open
     * @param wins whether it sets the decision
     * @param won whether a rule before has set a decision, by what it says
     */
    record EncodedRule(
            int place,
            Rule rule,
            EncodedTruth truth,
            Map<EffectKind, Integer> open,
            Map<EffectKind, Integer> passes,
            int wins,
            Map<Outcome, Integer> won) {

        boolean sets(EffectKind kind) {
            return rule.then().stream().anyMatch(effect -> effect.kind() == kind);
        }

        /** What it decides, if it does. */
        java.util.Optional<Outcome> outcome() {
            return rule.then().stream()
                    .filter(Effect.Decide.class::isInstance)
                    .map(effect -> ((Effect.Decide) effect).outcome())
                    .findFirst();
        }
    }

    EncodedPolicy(Policy policy, EncodedConditions conditions, Clauses clauses) {
        this.policy = policy;
        this.conditions = conditions;
        this.clauses = clauses;
        isConformity = basis(LegalBasis.CONFORMITY);
        isStatutory = clauses.any(isConformity, basis(LegalBasis.WITHDRAWAL));
        for (var kind : EffectKind.values()) {
            open.put(kind, Clauses.TRUE);
        }
        for (var outcome : Outcome.values()) {
            won.put(outcome, Clauses.FALSE);
        }
        for (var place = 0; place < policy.rules().size(); place++) {
            if (policy.rules().get(place).enabled()) {
                rules.add(encoded(place));
            }
        }
    }

    private EncodedRule encoded(int place) {
        var rule = policy.rules().get(place);
        var truth = conditions.truth(rule.when());
        var openBefore = Map.copyOf(open);
        var wonBefore = Map.copyOf(won);
        var passes = new EnumMap<EffectKind, Integer>(EffectKind.class);
        for (var kind : EffectKind.values()) {
            var sets = rule.then().stream().anyMatch(effect -> effect.kind() == kind);
            // Tags add up: a rule that adds some ends nothing unless nobody knows whether it holds.
            var through = rule.isFinal() || (sets && kind != EffectKind.TAGS)
                    ? truth.isFalse()
                    : sets ? clauses.any(truth.isTrue(), truth.isFalse()) : Clauses.TRUE;
            passes.put(kind, through);
            open.merge(kind, through, clauses::all);
        }
        var wins = clauses.all(truth.isTrue(), openBefore.getOrDefault(EffectKind.DECISION, Clauses.TRUE));
        var encoded = new EncodedRule(place, rule, truth, openBefore, passes, wins, wonBefore);
        encoded.outcome().ifPresent(outcome -> won.merge(outcome, wins, clauses::any));
        return encoded;
    }

    private int basis(LegalBasis basis) {
        var is = new FactValue.Text(basis.name());
        return conditions
                .truth(new Condition.Test(FactName.LEGAL_BASIS, Operator.EQUALS, List.of(is)))
                .isTrue();
    }

    int isConformity() {
        return isConformity;
    }

    /** A right of the consumer, whichever. */
    int isStatutory() {
        return isStatutory;
    }

    Policy policy() {
        return policy;
    }

    List<EncodedRule> rules() {
        return rules;
    }

    /** Whether no rule at all has settled an effect. */
    int openAtTheEnd(EffectKind kind) {
        return open.getOrDefault(kind, Clauses.TRUE);
    }

    EncodedTruth truth(Condition condition) {
        return conditions.truth(condition);
    }
}
