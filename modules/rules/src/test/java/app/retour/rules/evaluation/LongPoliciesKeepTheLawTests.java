package app.retour.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

/**
 * The index, the compiled conditions and the law read the same thing, whether the rules' bits fill one word, two, or more
 * than are laid at once.
 */
class LongPoliciesKeepTheLawTests {
    /** Every type and operator; some of the rules final. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomPolicies.class)
    void longPoliciesSayWhatTheLawSaysWordByWord(
            @ForAll @Size(min = 1, max = 70) List<Policy> policies, @ForAll @Size(8) List<Facts> many) {
        var rules = new ArrayList<Rule>();
        policies.forEach(policy -> policy.rules().stream()
                .filter(rule -> !rule.isFinal() || rule.when().tests().count() > 2)
                .filter(rule -> rule.when().facts().findAny().isPresent())
                .forEach(rules::add));
        var policy = new Policy(RuleFixtures.EUR, rules);
        var compiled = CompiledPolicy.of(policy);
        for (var facts : many) {
            var naive = new NaiveInterpreter(policy, facts);
            var ruleEvaluation = compiled.evaluate(facts);
            for (var kind : EffectKind.values()) {
                if (kind != EffectKind.TAGS) {
                    var answer = naive.answer(kind);
                    assertThat(ruleEvaluation.winner(kind)).as(kind.label()).isEqualTo(answer.won());
                    assertThat(ruleEvaluation.isOpen(kind)).as(kind.label()).isEqualTo(answer.undetermined());
                }
            }
            assertThat(ruleEvaluation.tags()).isEqualTo(naive.tags());
            assertThat(compiled.decision(facts)).isEqualTo(ruleEvaluation.settled(EffectKind.DECISION));
            requireNoneDropped(rules, facts);
        }
    }

    /** Values so many that rows are shared and hashes meet; first matches anywhere in the list, or none. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void policiesThatNameManyValuesDropNoRuleThatMayHold(
            @ForAll @IntRange(min = 1, max = 900) int size, @ForAll long seed) {
        var wide = new WidePolicies(seed);
        var rules = wide.rules(size);
        var policy = new Policy(RuleFixtures.EUR, rules);
        var compiled = CompiledPolicy.of(policy);
        for (var time = 0; time < 10; time++) {
            var facts = wide.facts();
            requireNoneDropped(rules, facts);
            var first = IntStream.range(0, size)
                    .filter(place -> rules.get(place).when().truth(facts) != Truth.FALSE)
                    .findFirst();
            var expected = first.isEmpty()
                    ? RuleEvaluation.Settled.NOT_SAID
                    : rules.get(first.getAsInt()).when().truth(facts) == Truth.TRUE
                            ? RuleEvaluation.Settled.by(first.getAsInt())
                            : RuleEvaluation.Settled.openFor(first.getAsInt());
            assertThat(compiled.decision(facts)).isEqualTo(expected);
            assertThat(compiled.evaluate(facts).settled(EffectKind.DECISION)).isEqualTo(expected);
        }
    }

    /** First matches hide what is dropped behind them; so the index is asked for all it passes. */
    private static void requireNoneDropped(List<Rule> rules, Facts facts) {
        var coded = facts.coded(RuleFixtures.EUR);
        var every = new long[rules.size() / Long.SIZE + RuleIndex.CHUNK];
        for (var index = 0; index < rules.size(); index++) {
            every[index / Long.SIZE] |= 1L << index;
        }
        var passed = new ArrayList<Integer>();
        var candidates = RuleIndex.of(rules, RuleFixtures.EUR).candidates(coded, every);
        for (var index = candidates.next(); index >= 0; index = candidates.next()) {
            passed.add(index);
        }
        assertThat(passed).isSorted().doesNotHaveDuplicates();
        for (var index = 0; index < rules.size(); index++) {
            if (rules.get(index).when().truth(facts) != Truth.FALSE) {
                assertThat(passed).contains(index);
            }
        }
    }
}
