package app.retour.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** An analysis that remembers the last one's items finds what one without memory finds. */
class RememberingItemsTests {
    private static final List<SmallDomain> DOMAINS = List.of(
            SmallDomain.amounts(), SmallDomain.reasons(), SmallDomain.texts(), SmallDomain.dates(), SmallDomain.law());

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void editAfterEditItFindsTheSame(@ForAll long seed) {
        var random = new Random(seed);
        var domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
        var constraints = SmallDomain.CONSTRAINTS;
        var memory = new RememberedItems(constraints);
        var rules = new ArrayList<Rule>(domain.policy(random).rules());
        for (var edit = 0; edit < 6; edit++) {
            var policy = new Policy(RuleFixtures.EUR, rules);
            var remembering = PolicyAnalysis.of(policy, constraints, Duration.ofMinutes(1), memory);
            assertThat(told(remembering))
                    .isEqualTo(told(PolicyAnalysis.of(policy, constraints, Duration.ofMinutes(1))));
            for (var finding : remembering.findings()) {
                if (finding instanceof Finding.Reachable found) {
                    assertThat(constraints.broken(found.item())).isEmpty();
                }
            }
            var written = domain.policy(random).rules().getFirst();
            if (random.nextBoolean()) {
                rules.set(random.nextInt(rules.size()), renamed(written, "e" + edit));
            } else {
                rules.add(random.nextInt(rules.size() + 1), renamed(written, "e" + edit));
            }
            if (random.nextInt(4) == 0) {
                constraints = new FactConstraints(RuleFixtures.EUR, Set.of(FactName.SHOPPER_TAGS));
            }
        }
    }

    private static Rule renamed(Rule rule, String name) {
        return new Rule(name, name, rule.enabled(), rule.isFinal(), rule.when(), rule.then());
    }

    /** What it says, but for the invented items, and for which of several rules it blames for standing before. */
    private static Set<String> told(PolicyAnalysis analysis) {
        assertThat(analysis.unfinished()).isEmpty();
        return analysis.findings().stream()
                .map(finding -> finding.kind() + " "
                        + switch (finding) {
                            case Finding.DeadRule dead ->
                                dead.rules().getFirst().position() + " " + dead.mayGo();
                            case Finding.DeadEffect dead ->
                                dead.rules().getFirst().position() + " " + dead.effect();
                            case Finding.DeadCondition dead ->
                                dead.rules().getFirst().position() + " "
                                        + dead.paths().getFirst();
                            case Finding.Reachable found -> found.rules();
                        })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Example
    void whatStillShowsItIsShownAgain() {
        var memory = new RememberedItems(SmallDomain.CONSTRAINTS);
        var refusal = RuleFixtures.rule(
                "Final sale",
                RuleFixtures.test(FactName.ITEM_FINAL_SALE, Operator.EQUALS, new FactValue.Flag(true)),
                RuleFixtures.reject());
        var first = risk(memory, refusal);
        var other = RuleFixtures.rule(
                "Heavy",
                RuleFixtures.test(FactName.ITEM_WEIGHT, Operator.GREATER_THAN, RuleFixtures.number(900)),
                RuleFixtures.review());
        assertThat(risk(memory, refusal, other).item()).isSameAs(first.item());
        var inverted = RuleFixtures.rule("No final sale", RuleFixtures.none(refusal.when()), RuleFixtures.reject());
        assertThat(risk(memory, inverted).item().get(FactName.ITEM_FINAL_SALE)).isEqualTo(new FactValue.Flag(false));
    }

    private static Finding.Reachable risk(RememberedItems memory, Rule... rules) {
        return PolicyAnalysis.of(RuleFixtures.policy(rules), SmallDomain.CONSTRAINTS, Duration.ofMinutes(1), memory)
                .findings()
                .stream()
                .filter(found -> found.kind() == FindingKind.STATUTORY_RISK)
                .map(Finding.Reachable.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
