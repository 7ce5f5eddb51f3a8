package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.isFinal;
import static app.retour.rules.evaluation.RuleFixtures.never;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.switchedOff;
import static app.retour.rules.evaluation.RuleFixtures.tag;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.evaluation.NaiveInterpreter;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of finding: what it says, how bad it is, and an item that shows it where something can happen. */
class FindingsInWordsTests {
    private static final FactConstraints CONSTRAINTS = FactConstraints.of(EUR);
    private static final Condition GOODWILL = basis(LegalBasis.GOODWILL);
    private static final Condition SIZE = reasonIs(ReasonGroup.SIZE);
    private static final Condition DEFECT = reasonIs(ReasonGroup.DEFECT);

    private static Condition basis(LegalBasis basis) {
        return test(FactName.LEGAL_BASIS, Operator.EQUALS, new FactValue.Text(basis.name()));
    }

    @Test
    void twoRulesThatDecideDifferentlyOverlap() {
        var rules = new Rule[] {
            rule("Cheap", test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("50")), approve()),
            rule("Size", SIZE, review()),
            rule("Rest", always(), approve())
        };
        var finding = (Finding.Reachable) only(FindingKind.OVERLAP, rules);
        assertThat(finding.words())
                .isEqualTo(
                        "Rule 1 “Cheap” and rule 2 “Size” both match some items and decide differently: the first one"
                                + " wins. If the other should, move it up or narrow the first.");
        assertThat(finding.severity()).isEqualTo(FindingSeverity.HINT);
        var naive = new NaiveInterpreter(policy(rules), finding.item());
        assertThat(naive.truth(rules[0].when())).isEqualTo(Truth.TRUE);
        assertThat(naive.truth(rules[1].when())).isEqualTo(Truth.TRUE);
        assertThat(naive.answer(EffectKind.DECISION).won()).isEqualTo(approve());
        assertThat(CONSTRAINTS.broken(finding.item())).isEmpty();
    }

    @Test
    void twoRulesThatDecideAlikeOrOneOfWhichIsOffDoNot() {
        var cheap = rule("Cheap", test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("50")), approve());
        assertThat(of(FindingKind.OVERLAP, cheap, rule("Size", SIZE, approve())))
                .isEmpty();
        assertThat(of(FindingKind.OVERLAP, cheap, switchedOff(rule("Size", SIZE, review()))))
                .isEmpty();
        assertThat(of(FindingKind.OVERLAP, rule("Defect", DEFECT, approve()), rule("Size", SIZE, review())))
                .as("no item has both reasons")
                .isEmpty();
    }

    @Test
    void whatNoRuleDecidesIsAGap() {
        var size = rule("Size", SIZE, approve());
        var finding = (Finding.Reachable) only(FindingKind.GAP, size);
        assertThat(finding.rules()).isEmpty();
        assertThat(finding.words())
                .startsWith(
                        "Some items are decided by no rule, though everything is known of them; they go to review.");
        assertThat(size.when().truth(finding.item())).isEqualTo(Truth.FALSE);
        assertThat(of(FindingKind.GAP, size, rule("Rest", always(), review()))).isEmpty();
        assertThat(of(FindingKind.GAP, size, rule("Rest", none(SIZE), review())))
                .isEmpty();
    }

    @Test
    void aFinalRuleThatDecidesNothingLeavesAGapBehindIt() {
        var rules = new Rule[] {isFinal(rule("Tag", DEFECT, tag("x"))), rule("Rest", always(), review())};
        var finding = (Finding.Reachable) only(FindingKind.GAP, rules, 1);
        assertThat(finding.words())
                .isEqualTo(
                        "Rule 1 “Tag” is final and decides nothing: what it matches goes to review, and later rules are"
                                + " not read. Let it decide, or make it not final.");
        assertThat(finding.item().get(FactName.ITEM_REASON_GROUP)).isEqualTo(new FactValue.Text("DEFECT"));
    }

    @Test
    void anEffectThatComesTooLateIsToldAlone() {
        var finding = (Finding.DeadEffect) only(
                FindingKind.EFFECT_ALWAYS_OVERRIDDEN,
                rule("All", GOODWILL, fee("1.00")),
                rule("Size", all(GOODWILL, SIZE), fee("2.00"), review()));
        assertThat(finding.words())
                .isEqualTo("Rule 2 “Size” never sets its fee: whenever it matches, rule 1 “All” has already settled it."
                        + " Move the rule up, or take the fee out of it.");
        assertThat(finding.effect()).isEqualTo(EffectKind.FEE);
        assertThat(finding.severity()).isEqualTo(FindingSeverity.WARNING);
        assertThat(finding.witness()).isNull();
        assertThat(finding.mayGo()).isFalse();
        assertThat(finding.paths()).isEmpty();
    }

    @Test
    void severalRulesTogetherMayStandBeforeOne() {
        var reasons = Arrays.stream(ReasonGroup.values())
                .map(group -> rule(group.name(), reasonIs(group), review()))
                .toArray(Rule[]::new);
        var rules = Arrays.copyOf(reasons, reasons.length + 1);
        rules[reasons.length] = rule("Rest", none(test(FactName.ITEM_REASON_GROUP, Operator.IS_UNKNOWN)), approve());
        var finding = (Finding.DeadRule) only(FindingKind.SHADOWED, rules);
        assertThat(finding.words())
                .startsWith(
                        "Rule 7 “Rest” never does anything: whenever it matches, rule 1 “SIZE”, rule 2 “DEFECT”, rule"
                                + " 3 “WRONG_ITEM” and 3 more have already settled its decision.");
        assertThat(finding.rules()).hasSize(7);
    }

    @Test
    void aShadowedFinalRuleStillKeepsLaterOnesFromBeingRead() {
        var finding = (Finding.DeadRule) only(
                FindingKind.SHADOWED,
                rule("All", always(), approve()),
                isFinal(rule("Size", SIZE, review())),
                rule("Tag", always(), tag("x")));
        assertThat(finding.words()).contains("It only keeps later rules from being read. ");
        assertThat(finding.mayGo()).isFalse();
        assertThat(finding.words()).endsWith("Move it up, or narrow what stands before it.");
    }

    @Test
    void aRuleThatNeverHoldsIsAnErrorAndShadowsNothing() {
        var rules = new Rule[] {
            rule("Never", never(), approve()), rule("Size", SIZE, review()), rule("Rest", always(), review())
        };
        var finding = (Finding.DeadRule) only(FindingKind.NEVER_MATCHES, rules);
        assertThat(finding.severity()).isEqualTo(FindingSeverity.ERROR);
        assertThat(finding.rules()).extracting(Finding.RuleAt::name).containsExactly("Never");
        assertThat(finding.mayGo()).isTrue();
        assertThat(of(FindingKind.SHADOWED, rules)).isEmpty();
    }

    @Test
    void anExclusionOfWhatIsAlwaysSoLetsNothingPass() {
        var none = none(test(FactName.ITEM_QUANTITY, Operator.AT_LEAST, number(1)));
        var finding = (Finding.DeadCondition)
                only(FindingKind.CONTRADICTORY_CONDITION, rule("Odd", any(SIZE, none), review()));
        assertThat(finding.words())
                .isEqualTo(
                        "Rule 1 “Odd” excludes what is always so: “the quantity is at least 1”. So this exclusion never"
                                + " lets anything pass; change or delete it.");
        assertThat(finding.paths()).containsExactly(List.of("rules", "0", "when", "any", "1", "none", "0"));
    }

    @Test
    void theWorstComesFirstThenTheOrderOfTheRules() {
        var analysis = analysed(
                rule("Size", SIZE, reject()),
                rule("Cheap", test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("50")), approve()),
                rule("Never", never(), approve()),
                rule("Never again", never(), review()));
        assertThat(analysis.findings()).extracting(Finding::severity).isSorted();
        assertThat(analysis.findings())
                .filteredOn(finding -> finding.severity() == FindingSeverity.ERROR)
                .extracting(finding -> finding.rules().getFirst().position())
                .containsExactly(3, 4);
        assertThat(analysis.unfinished()).isEmpty();
    }

    @Test
    void aPolicyWithoutRulesHasAGapAndNothingElse() {
        assertThat(analysed().findings()).extracting(Finding::kind).containsExactly(FindingKind.GAP);
    }

    @Test
    void whatWasRememberedSaysTheSameAgain() {
        var memory = new RememberedItems(CONSTRAINTS);
        var policy = policy(
                rule("Size", SIZE, reject()),
                rule("Cheap", test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("50")), approve()),
                rule("Defect", DEFECT, fee("1.00")));
        var first = PolicyAnalysis.of(policy, CONSTRAINTS, Duration.ofMinutes(1), memory);
        var second = PolicyAnalysis.of(policy, CONSTRAINTS, Duration.ofMinutes(1), memory);
        assertThat(second.findings())
                .extracting(Finding::words)
                .isEqualTo(first.findings().stream().map(Finding::words).toList());
        assertThat(analysed(policy.rules().toArray(Rule[]::new)).findings())
                .extracting(Finding::kind)
                .isEqualTo(first.findings().stream().map(Finding::kind).toList());
    }

    private static Finding only(FindingKind kind, Rule... rules) {
        return only(kind, rules, 0);
    }

    /** @param position of the rule it is about first; 0 for any */
    private static Finding only(FindingKind kind, Rule[] rules, int position) {
        var found = of(kind, rules).stream()
                .filter(finding -> position == 0
                        || finding.rules().stream()
                                .map(Finding.RuleAt::position)
                                .limit(1)
                                .anyMatch(at -> at == position))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Finding> of(FindingKind kind, Rule... rules) {
        return analysed(rules).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private static PolicyAnalysis analysed(Rule... rules) {
        return PolicyAnalysis.of(policy(rules), CONSTRAINTS, Duration.ofMinutes(1));
    }

    private static Policy policy(Rule... rules) {
        return new Policy(EUR, Arrays.asList(rules));
    }
}
