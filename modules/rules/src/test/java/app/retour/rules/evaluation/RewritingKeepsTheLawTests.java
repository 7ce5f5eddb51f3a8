package app.retour.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Phrase;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Who writes the same condition in another way gets the same judgement, known or not. */
@Domain(RandomPolicies.class)
class RewritingKeepsTheLawTests {
    private static final int TRIES = 60;

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void partsMayStandInAnyOrderAndTwice(@ForAll Policy policy, @ForAll Facts facts) {
        same(policy, facts, condition -> shuffled(condition, new Random(facts.hashCode())));
        same(
                policy,
                facts,
                condition -> parts(
                        condition,
                        parts -> Collections.nCopies(2, parts).stream()
                                .flatMap(List::stream)
                                .toList()));
    }

    private static Condition shuffled(Condition condition, Random random) {
        return parts(condition, parts -> {
            var mixed = new ArrayList<>(parts);
            Collections.shuffle(mixed, random);
            return mixed;
        });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aGroupOfOneIsItsPart(@ForAll Policy policy, @ForAll Facts facts) {
        same(policy, facts, condition -> new Condition.All(List.of(condition)));
        same(policy, facts, condition -> new Condition.Any(List.of(condition)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theOppositeOfTheOppositeIsTheSame(@ForAll Policy policy, @ForAll Facts facts) {
        same(policy, facts, condition -> not(not(condition)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void noneOfThemIsNotAnyOfThemAndNotEachOfThem(@ForAll Policy policy, @ForAll Facts facts) {
        same(
                policy,
                facts,
                condition ->
                        condition instanceof Condition.None(var parts) ? not(new Condition.Any(parts)) : condition);
        same(
                policy,
                facts,
                condition -> condition instanceof Condition.None(var parts)
                        ? new Condition.All(parts.stream()
                                .map(RewritingKeepsTheLawTests::not)
                                .toList())
                        : condition);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void anyOfThemIsNotNoneOfThemAndAllOfThemNotAnyOfTheirOpposites(@ForAll Policy policy, @ForAll Facts facts) {
        same(policy, facts, condition -> switch (condition) {
            case Condition.Any(var parts) -> not(new Condition.None(parts));
            case Condition.All(var parts) ->
                new Condition.None(
                        parts.stream().map(RewritingKeepsTheLawTests::not).toList());
            case Condition.None _, Condition.Test _ -> condition;
        });
    }

    /** One of several is any of each alone; at most is not more; between is at least the one and at most the other. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aComparisonMayBeWrittenByOthers(@ForAll Policy policy, @ForAll Facts facts) {
        same(policy, facts, condition -> condition instanceof Condition.Test test ? written(test) : condition);
    }

    private static Condition written(Condition.Test test) {
        var values = test.operands();
        return switch (test.operator()) {
            case ONE_OF ->
                new Condition.Any(values.stream()
                        .map(value -> with(test, Operator.EQUALS, List.of(value)))
                        .toList());
            case LESS_THAN -> not(with(test, Operator.AT_LEAST, values));
            case AT_MOST -> not(with(test, Operator.GREATER_THAN, values));
            case GREATER_THAN -> not(with(test, Operator.AT_MOST, values));
            case AT_LEAST -> not(with(test, Operator.LESS_THAN, values));
            case WITHIN_DAYS -> with(test, Operator.AT_MOST, values);
            case CONTAINS_NONE -> not(with(test, Operator.CONTAINS_ANY, values));
            case CONTAINS_ANY -> not(with(test, Operator.CONTAINS_NONE, values));
            case CONTAINS_ALL ->
                new Condition.All(values.stream()
                        .map(value -> with(test, Operator.CONTAINS_ANY, List.of(value)))
                        .toList());
            default -> test;
        };
    }

    private static Condition with(Condition.Test test, Operator operator, List<FactValue> values) {
        return new Condition.Test(test.fact(), operator, values);
    }

    private static Condition not(Condition condition) {
        return new Condition.None(List.of(condition));
    }

    /** Rewrites conditions and the parts of groups, and judges by both. */
    private static void same(Policy policy, Facts facts, UnaryOperator<Condition> rewritten) {
        var rules = policy.rules().stream()
                .map(rule -> new Rule(
                        rule.id(),
                        rule.name(),
                        rule.enabled(),
                        rule.isFinal(),
                        deeply(rule.when(), rewritten),
                        rule.then()))
                .toList();
        var one = RuleFixtures.judged(policy, facts);
        var other = RuleFixtures.judged(new Policy(policy.currency(), rules), facts);
        assertThat(other.ruleEvaluation()).isEqualTo(one.ruleEvaluation());
        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(other.effects()).isEqualTo(one.effects());
    }

    private static Condition deeply(Condition condition, UnaryOperator<Condition> rewritten) {
        return rewritten.apply(parts(
                condition,
                parts -> parts.stream().map(part -> deeply(part, rewritten)).toList()));
    }

    private static Condition parts(Condition condition, UnaryOperator<List<Condition>> changed) {
        return switch (condition) {
            case Condition.All(var parts) -> new Condition.All(changed.apply(parts));
            case Condition.Any(var parts) -> new Condition.Any(changed.apply(parts));
            case Condition.None(var parts) -> new Condition.None(changed.apply(parts));
            case Condition.Test test -> test;
        };
    }

    /** Effects are found by their kind, so that two rules in the other order decide alike where one of them is false. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aRuleThatIsFalseMayStandAnywhere(@ForAll Policy policy, @ForAll Facts facts) {
        var never = new Rule(
                "never",
                "Never",
                true,
                true,
                new Condition.Any(List.of()),
                List.of(new Effect.Decide(Outcome.REJECT, Phrase.of("No"))));
        var rules = new ArrayList<>(policy.rules());
        rules.add(new Random(facts.hashCode()).nextInt(rules.size() + 1), never);
        var one = RuleFixtures.judged(policy, facts);
        var other = RuleFixtures.judged(new Policy(policy.currency(), rules), facts);
        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(other.effects()).isEqualTo(one.effects());
        assertThat(other.ruleEvaluation().undetermined())
                .isEqualTo(one.ruleEvaluation().undetermined());
    }
}
