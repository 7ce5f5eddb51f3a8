package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsReader;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.publishing.Recipe;
import app.retour.rules.publishing.Recipes;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.rules.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an analysis tells merchants, and that it always ends. */
class AnalysingAPolicyTests {
    private static final FactConstraints CONSTRAINTS = FactConstraints.of(RuleFixtures.EUR);

    @Test
    void aRuleThatNeverMatchesIsToldWithTheConditionsThatExcludeEachOther() {
        var impossible = all(
                reasonIs(ReasonGroup.SIZE),
                test(FactName.ITEM_VALUE, Operator.GREATER_THAN, eur("100")),
                test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("50")));
        var finding = (Finding.DeadRule) one(FindingKind.NEVER_MATCHES, rule("Cheap orders", impossible, approve()));
        assertThat(finding.words())
                .isEqualTo(
                        "Rule 1 “Cheap orders” can never match: “the item's value is over €100” and “the order value is"
                                + " under €50” exclude each other. Change its conditions, or delete it.");
        assertThat(finding.paths())
                .containsExactlyInAnyOrder(
                        List.of("rules", "0", "when", "all", "1"), List.of("rules", "0", "when", "all", "2"));
        assertThat(finding.severity()).isEqualTo(FindingSeverity.ERROR);
    }

    @Test
    void aShadowedRuleNamesTheOneThatStandsBeforeIt() {
        var cheap = test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("100"));
        var cheaper = test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("50"));
        var finding = (Finding.DeadRule)
                one(FindingKind.SHADOWED, rule("Under 100", cheap, approve()), rule("Under 50", cheaper, reject()));
        assertThat(finding.words())
                .isEqualTo("Rule 2 “Under 50” never does anything: whenever it matches, rule 1 “Under 100” has already"
                        + " settled its decision. Move it up, or delete it: nothing would change.");
        assertThat(finding.mayGo()).isTrue();
        assertThat(finding.rules()).extracting(Finding.RuleAt::position).containsExactly(2, 1);
    }

    @Test
    void aRuleThatOnlyAnUntellableOneStandsBeforeIsNotBlamed() {
        var risky = any(
                test(FactName.SHOPPER_RETURN_RATE, Operator.GREATER_THAN, number(40)),
                test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ANY, text("risk")));
        var calm = test(FactName.SHOPPER_RETURN_RATE, Operator.LESS_THAN, number(20));
        var policy = new Policy(
                RuleFixtures.EUR,
                List.of(rule("Risky shoppers", risky, review()), rule("Calm shoppers", calm, approve())));
        var found = PolicyAnalysis.of(
                        policy,
                        new FactConstraints(RuleFixtures.EUR, Set.of(FactName.SHOPPER_TAGS)),
                        Duration.ofMinutes(1))
                .findings();
        var dead = found.stream()
                .filter(Finding.DeadRule.class::isInstance)
                .map(Finding.DeadRule.class::cast)
                .toList();
        assertThat(dead).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.mayGo()).isFalse();
            assertThat(finding.words())
                    .isEqualTo("Rule 2 “Calm shoppers” never does anything: nobody can tell whether rule 1 “Risky"
                            + " shoppers” applies, since your shop never gets the shopper's tags, and then the decision"
                            + " stays open. Mend that first; this rule may well be right.");
        });
        assertThat(found)
                .anyMatch(finding -> finding.kind() == FindingKind.ALWAYS_UNKNOWN
                        && finding.rules().getFirst().position() == 1);
    }

    @Test
    void aRuleForWhatIsUnknownIsNotOfferedToGoBehindTheOneThatNeedsIt() {
        var cheap = test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("100"));
        var unknown = test(FactName.ORDER_VALUE, Operator.IS_UNKNOWN);
        var finding = (Finding.DeadRule)
                one(FindingKind.SHADOWED, rule("Under 100", cheap, approve()), rule("No value", unknown, review()));
        assertThat(finding.mayGo()).isFalse();
        assertThat(finding.words())
                .isEqualTo("Rule 2 “No value” never does anything: whenever it matches, nobody can tell whether rule 1"
                        + " “Under 100” applies, and then the decision stays open. Move it up, or change what stands"
                        + " before it.");
    }

    @Test
    void aWitnessShowsOnlyWhatRulesReadAndTheLegalBasis() {
        var late = test(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.GREATER_THAN, number(0));
        var gap = (Finding.Reachable) one(FindingKind.GAP, rule("Late", late, reject()));
        assertThat(WitnessFact.of(gap))
                .extracting(WitnessFact::fact)
                .contains("item.daysSinceDelivery")
                .isSubsetOf("item.daysSinceDelivery", "legal.basis");
    }

    @Test
    void aConditionInsideAlternativesThatIsNeverTrueIsMarked() {
        var alternatives = any(
                reasonIs(ReasonGroup.SIZE),
                all(reasonIs(ReasonGroup.DEFECT), test(FactName.ITEM_QUANTITY, Operator.LESS_THAN, number(1))));
        var finding = (Finding.DeadCondition)
                one(FindingKind.CONTRADICTORY_CONDITION, rule("Odd", all(alternatives), review()));
        assertThat(finding.paths()).containsExactly(List.of("rules", "0", "when", "all", "0", "any", "1", "all", "1"));
        assertThat(finding.words()).contains("“the quantity is under 1” is never so");
    }

    @Test
    void whatNobodyCanCompareIsToldWithItsReason() {
        var dollars = test(FactName.ORDER_VALUE, Operator.LESS_THAN, new FactValue.Amount(Money.of("100.00", "USD")));
        assertThat(one(FindingKind.ALWAYS_UNKNOWN, rule("Dollars", dollars, approve()))
                        .words())
                .contains("because the amounts are of different currencies");
        var channel = rule("Shop", all(test(FactName.ORDER_CHANNEL, Operator.EQUALS, text("pos"))), approve());
        var never = PolicyAnalysis.of(
                new Policy(RuleFixtures.EUR, List.of(channel)),
                new FactConstraints(RuleFixtures.EUR, Set.of(FactName.ORDER_CHANNEL)),
                Duration.ofMinutes(1));
        assertThat(never.findings())
                .anyMatch(finding -> finding.kind() == FindingKind.ALWAYS_UNKNOWN
                        && finding.words().contains("because your shop never gets the sales channel"));
    }

    @Test
    void aRefusalOfAStatutoryRightIsToldAndGoneBehindTheRecipes() {
        var finalSale =
                rule("Final sale", test(FactName.ITEM_FINAL_SALE, Operator.EQUALS, new FactValue.Flag(true)), reject());
        var finding = (Finding.Reachable) one(FindingKind.STATUTORY_RISK, finalSale);
        assertThat(finding.words()).contains("would refuse a case of", "The law stops it");
        assertThat(RuleFixtures.judged(new Policy(RuleFixtures.EUR, List.of(finalSale)), finding.item())
                        .outcome())
                .isEqualTo(Outcome.REVIEW);
        var recipes = Recipes.in(RuleFixtures.EUR).stream().map(Recipe::rule).toArray(Rule[]::new);
        assertThat(analysed(recipes).findings()).extracting(Finding::severity).containsOnly(FindingSeverity.HINT);
    }

    @Test
    void aWitnessIsReadAsItIsWrittenByWhoeverTriesIt() {
        var gap = (Finding.Reachable) one(
                FindingKind.GAP,
                rule(
                        "Tagged",
                        all(
                                test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ALL, text("VIP"), text("Gold")),
                                none(test(FactName.ITEM_VENDOR, Operator.CONTAINS_TEXT, text("ACME")))),
                        approve()));
        var given = WitnessFact.of(gap.item()).stream()
                .map(fact -> java.util.Map.of("fact", fact.fact(), "values", fact.values()))
                .toList();
        var read = new FactsReader(RuleFixtures.EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(given, "facts"));
        assertThat(read).isEqualTo(gap.item());
        assertThat(CONSTRAINTS.broken(read)).isEmpty();
    }

    @Test
    void aGeneralRuleBehindItsExceptionIsNoOverlap() {
        var exception = all(reasonIs(ReasonGroup.SIZE), test(FactName.ITEM_QUANTITY, Operator.EQUALS, number(1)));
        var findings = analysed(
                        rule("One of a wrong size", exception, approve()),
                        rule("Wrong size", reasonIs(ReasonGroup.SIZE), review()),
                        rule("All else", all(), reject()))
                .findings();
        assertThat(findings).noneMatch(finding -> finding.kind() == FindingKind.OVERLAP);
    }

    /** 200 rules of 100 conditions each, eight groups deep, which are as entangled as random can make them. */
    @Test
    void absurdPoliciesEndInTimeAndSayWhatWasNotFinished() {
        var random = new Random(7);
        var rules = IntStream.range(0, 200)
                .mapToObj(place -> rule("Rule " + place, tangle(random, 8), place % 2 == 0 ? approve() : reject()))
                .toArray(Rule[]::new);
        var started = System.nanoTime();
        var analysis = PolicyAnalysis.of(
                new Policy(RuleFixtures.EUR, Arrays.asList(rules)), CONSTRAINTS, Duration.ofMillis(1));
        assertThat(analysis.unfinished()).isNotEmpty().allMatch(said -> !said.isBlank());
        assertThat(analysis.findings()).hasSizeLessThan(501);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMinutes(2));
    }

    private static Condition tangle(Random random, int depth) {
        if (depth == 0) {
            return test(
                    FactName.values()[FactName.ITEM_VALUE.ordinal()],
                    Operator.LESS_THAN,
                    eur(1 + random.nextInt(5_000) + ".00"));
        }
        var parts = new ArrayList<Condition>();
        for (var left = depth > 6 ? 5 : depth > 4 ? 2 : 1; left > 0; left--) {
            parts.add(tangle(random, depth - 1));
        }
        parts.add(test(FactName.ORDER_VALUE, Operator.GREATER_THAN, eur(1 + random.nextInt(5_000) + ".00")));
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.All(parts);
            case 1 -> new Condition.Any(parts);
            default -> new Condition.None(parts);
        };
    }

    private static PolicyAnalysis analysed(Rule... rules) {
        return PolicyAnalysis.of(
                new Policy(RuleFixtures.EUR, Arrays.asList(rules)), CONSTRAINTS, Duration.ofMinutes(1));
    }

    private static Finding one(FindingKind kind, Rule... rules) {
        var found = analysed(rules).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
        assertThat(found).as("%s of %s", kind, Arrays.toString(rules)).hasSize(1);
        return found.getFirst();
    }
}
