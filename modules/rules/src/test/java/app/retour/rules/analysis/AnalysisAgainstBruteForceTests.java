package app.retour.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.evaluation.NaiveInterpreter;
import app.retour.rules.evaluation.RuleEvaluation;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** No false alarm, nothing overlooked, and every witness shows what it should: where all items can be listed. */
class AnalysisAgainstBruteForceTests {
    private static final List<SmallDomain> DOMAINS = List.of(
            SmallDomain.amounts(), SmallDomain.reasons(), SmallDomain.texts(), SmallDomain.dates(), SmallDomain.law());
    private static final int TRIES = 600;

    record Case(SmallDomain domain, Policy policy) {
        @Override
        public String toString() {
            return policy.rules().stream()
                    .map(rule -> (rule.enabled() ? "" : "off ") + rule.sentence())
                    .collect(Collectors.joining("\n"));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(Arbitraries.of(DOMAINS), Arbitraries.longs())
                .as(Tuple::of)
                .map(chosen -> new Case(chosen.get1(), chosen.get1().policy(new Random(chosen.get2()))));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itFindsJustTheRulesThatNeverMatch(@ForAll("cases") Case one) {
        var brute = new BruteForce(one.policy, one.domain);
        var expected = new HashSet<Integer>();
        for (var place = 0; place < one.policy.rules().size(); place++) {
            if (one.policy.rules().get(place).enabled() && !brute.matched.contains(place)) {
                expected.add(place);
            }
        }
        assertThat(places(analysed(one), FindingKind.NEVER_MATCHES)).isEqualTo(expected);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itFindsJustTheRulesAndEffectsThatComeTooLate(@ForAll("cases") Case one) {
        var brute = new BruteForce(one.policy, one.domain);
        var shadowed = new HashSet<Integer>();
        var overridden = new HashSet<String>();
        for (var place : brute.matched) {
            var late = one.policy.rules().get(place).then().stream()
                    .map(effect -> place + ":" + effect.kind())
                    .filter(effect -> !brute.reached.contains(effect))
                    .toList();
            if (late.size() == one.policy.rules().get(place).then().size()) {
                shadowed.add(place);
            } else {
                overridden.addAll(late);
            }
        }
        var analysis = analysed(one);
        assertThat(places(analysis, FindingKind.SHADOWED)).isEqualTo(shadowed);
        assertThat(analysis.findings().stream()
                        .filter(Finding.DeadEffect.class::isInstance)
                        .map(found -> place(found) + ":" + ((Finding.DeadEffect) found).effect())
                        .collect(Collectors.toSet()))
                .isEqualTo(overridden);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatItSaysMayGoChangesNothing(@ForAll("cases") Case one) {
        for (var finding : analysed(one).findings()) {
            if (finding instanceof Finding.DeadRule dead && dead.mayGo()) {
                var less = new Policy(
                        RuleFixtures.EUR,
                        one.policy.rules().stream()
                                .filter(rule -> !rule.id()
                                        .equals(dead.rules().getFirst().ruleId()))
                                .toList());
                for (var facts : one.domain.all()) {
                    var before = new NaiveInterpreter(one.policy, facts);
                    var after = new NaiveInterpreter(less, facts);
                    for (var kind : EffectKind.values()) {
                        assertThat(after.answer(kind)).isEqualTo(before.answer(kind));
                    }
                    assertThat(after.tags()).isEqualTo(before.tags());
                }
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void conditionsThatItCallsDeadAreDead(@ForAll("cases") Case one) {
        var analysis = analysed(one);
        for (var finding : analysis.findings()) {
            var paths = paths(finding);
            if (!paths.isEmpty()) {
                assertThat(one.domain.all().stream()
                                .filter(facts ->
                                        paths.stream().allMatch(path -> BruteForce.isAsNeeded(one.policy, path, facts)))
                                .findFirst())
                        .as(finding.words())
                        .isEmpty();
            }
        }
        for (var place = 0; place < one.policy.rules().size(); place++) {
            var rule = one.policy.rules().get(place);
            if (rule.enabled() && BruteForce.hasDeadPart(rule.when(), true, one.domain, true)) {
                assertThat(analysis.findings().stream()
                                .filter(Finding.DeadCondition.class::isInstance)
                                .anyMatch(finding ->
                                        finding.rules().getFirst().ruleId().equals(rule.id())))
                        .as("%s", rule.sentence())
                        .isTrue();
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itFindsJustTheOverlapsThatAreNoExceptions(@ForAll("cases") Case one) {
        var brute = new BruteForce(one.policy, one.domain);
        brute.overlaps.retainAll(brute.alone);
        var found = analysed(one).findings().stream()
                .filter(finding -> finding.kind() == FindingKind.OVERLAP)
                .map(finding -> (finding.rules().getLast().position() - 1) + ":" + place(finding))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(brute.overlaps);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itFindsAGapJustWhereThereIsOne(@ForAll("cases") Case one) {
        var hasGap = analysed(one).findings().stream()
                .anyMatch(finding ->
                        finding.kind() == FindingKind.GAP && finding.rules().isEmpty());
        assertThat(hasGap).isEqualTo(new BruteForce(one.policy, one.domain).hasGap);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyWitnessKeepsTheConstraintsAndShowsWhatItIsFor(@ForAll("cases") Case one) {
        for (var finding : analysed(one).findings()) {
            if (finding instanceof Finding.Reachable(var kind, var rules, var witness, var _, var words)) {
                assertThat(SmallDomain.CONSTRAINTS.broken(witness)).as(words).isEmpty();
                var naive = new NaiveInterpreter(one.policy, witness);
                var decision = naive.answer(EffectKind.DECISION);
                switch (kind) {
                    case GAP -> assertThat(decision).isEqualTo(new NaiveInterpreter.Answer(null, false));
                    case OVERLAP -> {
                        var first = one.policy.rules().get(rules.getLast().position() - 1);
                        var later = one.policy.rules().get(rules.getFirst().position() - 1);
                        assertThat(first.then()).contains(decision.won());
                        assertThat(later.then()).doesNotContain(decision.won());
                        assertThat(naive.truth(later.when())).isEqualTo(Truth.TRUE);
                    }
                    default -> {
                        assertThat(witness.get(FactName.LEGAL_BASIS)).isNotEqualTo(new FactValue.Text("GOODWILL"));
                        var rule = one.policy.rules().get(rules.getFirst().position() - 1);
                        assertThat(rule.then())
                                .anyMatch(effect -> effect.equals(
                                        naive.answer(effect.kind()).won()));
                        assertThat(RuleFixtures.judged(one.policy, witness).outcome())
                                .isNotEqualTo(Outcome.REJECT);
                    }
                }
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itWarnsJustOfRulesThatTheLawWouldStop(@ForAll("cases") Case one) {
        if (!one.domain.facts().contains(FactName.LEGAL_BASIS)) {
            return;
        }
        var expected = new HashSet<Integer>();
        for (var facts : one.domain.all()) {
            var basis = facts.get(FactName.LEGAL_BASIS);
            var isConformity = basis.equals(new FactValue.Text("CONFORMITY"));
            var naive = new NaiveInterpreter(one.policy, facts);
            for (var place = 0; place < one.policy.rules().size(); place++) {
                for (var effect : one.policy.rules().get(place).then()) {
                    var isStopped = effect instanceof Effect.Ship
                            ? isConformity
                            : isConformity || basis.equals(new FactValue.Text("WITHDRAWAL"));
                    var isHard = effect instanceof Effect.Ship
                            || effect instanceof Effect.Charge
                            || effect.equals(RuleFixtures.reject());
                    if (isStopped
                            && isHard
                            && RuleEvaluation.of(one.policy, facts)
                                            .settled(effect.kind())
                                            .winner()
                                    == place
                            && effect.equals(naive.answer(effect.kind()).won())) {
                        expected.add(place);
                    }
                }
            }
        }
        assertThat(places(analysed(one), FindingKind.STATUTORY_RISK)).isEqualTo(expected);
    }

    private static PolicyAnalysis analysed(Case one) {
        var analysis = PolicyAnalysis.of(one.policy, SmallDomain.CONSTRAINTS, Duration.ofMinutes(1));
        assertThat(analysis.unfinished()).isEmpty();
        return analysis;
    }

    private static Set<Integer> places(PolicyAnalysis analysis, FindingKind kind) {
        return analysis.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(AnalysisAgainstBruteForceTests::place)
                .collect(Collectors.toSet());
    }

    private static int place(Finding finding) {
        return finding.rules().getFirst().position() - 1;
    }

    private static List<List<String>> paths(Finding finding) {
        return switch (finding) {
            case Finding.DeadCondition dead -> dead.paths();
            case Finding.DeadRule dead -> dead.paths();
            case Finding.DeadEffect _, Finding.Reachable _ -> List.of();
        };
    }
}
