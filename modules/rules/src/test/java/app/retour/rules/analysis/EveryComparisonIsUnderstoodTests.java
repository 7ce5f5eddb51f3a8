package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.documents.ConditionReader;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from a comparison, what it excludes, and an item for which it holds and one for which it does not. */
class EveryComparisonIsUnderstoodTests {
    private static final FactConstraints CONSTRAINTS = FactConstraints.of(EUR);

    /** Both sides of each comparison, as an item that keeps all that holds of real ones. */
    @ParameterizedTest
    @EnumSource(FactName.class)
    void itemsAreInventedOnBothSidesOfEachComparison(FactName fact) {
        for (var operator : fact.operators()) {
            var when = comparison(fact, operator);
            if (operator == Operator.IS_UNKNOWN) {
                assertThat(of(FindingKind.NEVER_MATCHES, rule("Unknown", when, review()))
                                .isEmpty())
                        .as(fact.key())
                        .isEqualTo(!fact.isAlwaysKnown());
                continue;
            }
            var holds = witness(FindingKind.OVERLAP, rule("A", when, approve()), rule("Size", size(fact), reject()));
            var fails = witness(FindingKind.GAP, rule("A", when, approve()));
            assertThat(fails).as("%s %s", fact, operator).isNotEmpty().allSatisfy(item -> {
                assertThat(when.truth(item)).isEqualTo(Truth.FALSE);
                assertThat(CONSTRAINTS.broken(item)).isEmpty();
            });
            assertThat(holds).as("%s %s", fact, operator).isNotEmpty().allSatisfy(item -> {
                assertThat(when.truth(item)).isEqualTo(Truth.TRUE);
                assertThat(CONSTRAINTS.broken(item)).isEmpty();
            });
        }
    }

    /** Something else that may be so of an item beside what is compared. */
    private static Condition size(FactName fact) {
        var other = fact == FactName.ITEM_PHOTOS ? FactName.ITEM_COMMENT_LENGTH : FactName.ITEM_PHOTOS;
        return comparison(other, Operator.AT_LEAST);
    }

    private static Condition comparison(FactName fact, Operator operator) {
        var value = switch (fact.type()) {
            case TEXT, TEXTS -> "red";
            case CHOICE, CHOICES -> fact.options().get(1).value();
            case COUNT, DAYS, GRAMS, PERCENT, MONEY -> "3";
            case DATE -> "2026-06-08";
            case FLAG -> "false";
        };
        return read(fact.key(), operator.name(), Collections.nCopies(operator.fewest(), value));
    }

    /** Whoever meets the second condition meets the first: the second rule never does anything. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.quantity AT_LEAST 2            | item.quantity GREATER_THAN 1
            item.quantity AT_LEAST 2            | item.quantity EQUALS 2
            item.quantity AT_MOST 5             | item.quantity BETWEEN 2,5
            item.quantity ONE_OF 1,2,3          | item.quantity ONE_OF 3,1
            item.quantity LESS_THAN 2           | item.quantity EQUALS 1
            item.quantity BETWEEN 1,3           | item.quantity LESS_THAN 4
            order.value LESS_THAN 100           | order.value AT_MOST 99.99
            order.value AT_MOST 99.99           | order.value LESS_THAN 100
            order.value AT_LEAST 50             | item.value GREATER_THAN 49.99
            item.discount AT_MOST 10            | item.discount EQUALS 10
            order.date BEFORE 2026-06-02        | order.date EQUALS 2026-06-01
            order.date AFTER 2026-05-31         | order.date BETWEEN 2026-06-01,2026-06-02
            order.date AFTER 2026-05-31         | order.deliveryDate BEFORE 1970-01-01
            item.daysSinceDelivery WITHIN_DAYS 30 | item.daysSinceDelivery AT_MOST 30
            item.daysSinceDelivery WITHIN_DAYS 30 | item.daysSinceDelivery BETWEEN 3,20
            item.finalSale EQUALS true          | item.finalSale EQUALS true
            item.reasonGroup ONE_OF SIZE,OTHER  | item.reasonGroup EQUALS OTHER
            item.sku EQUALS A-1                 | item.sku EQUALS a-1
            item.sku ONE_OF a,b                 | item.sku EQUALS B
            item.sku STARTS_WITH ab             | item.sku EQUALS ABC
            item.sku STARTS_WITH ab             | item.sku STARTS_WITH abc
            item.sku CONTAINS_TEXT b            | item.sku STARTS_WITH abc
            item.sku CONTAINS_TEXT b            | item.sku CONTAINS_TEXT abc
            item.sku CONTAINS_TEXT b            | item.sku ONE_OF abc,b
            item.tags CONTAINS_ANY a,b          | item.tags CONTAINS_ALL a,c
            item.tags CONTAINS_ANY a,b          | item.tags CONTAINS_ANY B
            item.tags CONTAINS_ALL a            | item.tags CONTAINS_ALL a,b
            item.tags CONTAINS_NONE a           | item.tags CONTAINS_NONE a,b
            shopper.orders AT_MOST 1            | shopper.firstOrder EQUALS true
            return.anyReasonGroup CONTAINS_ANY SIZE | item.reasonGroup EQUALS SIZE
            return.itemCount AT_LEAST 3         | item.quantity EQUALS 3
            """)
    void whatFollowsFromAnEarlierRuleNeverDoesAnything(String first, String second) {
        var rules = new Rule[] {rule("First", read(first), approve()), rule("Second", read(second), reject())};
        assertThat(Stream.concat(
                        of(FindingKind.SHADOWED, rules).stream(), of(FindingKind.NEVER_MATCHES, rules).stream()))
                .extracting(finding -> finding.rules().getFirst().position())
                .containsExactly(2);
    }

    /** The one may hold without the other, and both together; an item shows each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.quantity AT_LEAST 2            | item.quantity AT_MOST 2
            item.quantity ONE_OF 1,2            | item.quantity ONE_OF 2,3
            order.value LESS_THAN 100           | item.value GREATER_THAN 50
            order.date BEFORE 2026-06-02        | order.deliveryDate AFTER 2026-06-01
            item.sku STARTS_WITH ab             | item.sku CONTAINS_TEXT bc
            item.sku CONTAINS_TEXT ab           | item.sku CONTAINS_TEXT bc
            item.sku ONE_OF a,b                 | item.sku ONE_OF b,c
            item.tags CONTAINS_ANY a,b          | item.tags CONTAINS_ANY b,c
            item.tags CONTAINS_ALL a,b          | item.tags CONTAINS_NONE c
            item.tags CONTAINS_NONE a           | item.tags CONTAINS_ANY b
            shopper.tags CONTAINS_ANY a         | item.tags CONTAINS_ANY a
            return.anyReasonGroup CONTAINS_ANY SIZE | item.reasonGroup EQUALS OTHER
            """)
    void whatMayBeSoTogetherAndAloneIsAnOverlapThatAnItemShows(String first, String second) {
        var rules = new Rule[] {rule("First", read(first), approve()), rule("Second", read(second), reject())};
        assertThat(witness(FindingKind.OVERLAP, rules)).singleElement().satisfies(item -> {
            assertThat(read(first).truth(item)).isEqualTo(Truth.TRUE);
            assertThat(read(second).truth(item)).isEqualTo(Truth.TRUE);
            assertThat(CONSTRAINTS.broken(item)).isEmpty();
        });
        assertThat(of(FindingKind.SHADOWED, rules)).isEmpty();
    }

    /** No item meets both. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.quantity AT_LEAST 3            | item.quantity LESS_THAN 3
            item.quantity EQUALS 2              | item.quantity ONE_OF 1,3
            order.value LESS_THAN 100           | order.value GREATER_THAN 99.99
            order.value LESS_THAN 100           | return.value AT_LEAST 100
            order.date AFTER 2026-06-01         | order.deliveryDate BEFORE 2026-06-02
            item.daysSinceOrder AT_MOST 5       | item.daysSinceDelivery AT_LEAST 6
            item.finalSale EQUALS true          | item.finalSale EQUALS false
            item.reasonGroup EQUALS SIZE        | item.reasonGroup EQUALS OTHER
            item.sku EQUALS a                   | item.sku EQUALS b
            item.sku STARTS_WITH a              | item.sku STARTS_WITH b
            item.sku CONTAINS_TEXT b            | item.sku EQUALS aaa
            item.tags CONTAINS_ALL a,b          | item.tags CONTAINS_NONE b
            item.tags CONTAINS_ANY a            | item.tags CONTAINS_NONE a,b
            legal.basis EQUALS WITHDRAWAL       | order.business EQUALS true
            legal.basis EQUALS CONFORMITY       | item.reasonGroup EQUALS SIZE
            shopper.firstOrder EQUALS true      | shopper.orders GREATER_THAN 1
            return.everyReasonGroup CONTAINS_ANY SIZE | item.reasonGroup EQUALS OTHER
            item.quantity EQUALS 3              | return.itemCount EQUALS 2
            """)
    void whatExcludesEachOtherNeverMatchesTogether(String first, String second) {
        var both = of(FindingKind.NEVER_MATCHES, rule("Both", all(read(first), read(second)), approve()));
        assertThat(both)
                .singleElement()
                .satisfies(finding -> assertThat(finding.paths())
                        .containsExactlyInAnyOrder(
                                List.of("rules", "0", "when", "all", "0"), List.of("rules", "0", "when", "all", "1")));
        assertThat(of(
                        FindingKind.OVERLAP,
                        rule("First", read(first), approve()),
                        rule("Second", read(second), reject())))
                .isEmpty();
        assertThat(of(FindingKind.NEVER_MATCHES, rule("Not", all(read(first), none(read(second))), approve())))
                .isEmpty();
    }

    private static Condition read(String words) {
        var parts = words.split(" ");
        return read(parts[0], parts[1], Arrays.asList(parts[2].split(",")));
    }

    private static Condition read(String fact, String operator, List<String> values) {
        var test = Map.of("test", Map.of("fact", fact, "operator", operator, "values", values));
        return new ConditionReader(EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(test, "when"));
    }

    private static List<Facts> witness(FindingKind kind, Rule... rules) {
        return of(kind, rules).stream()
                .map(finding -> ((Finding.Reachable) finding).item())
                .toList();
    }

    private static List<Finding> of(FindingKind kind, Rule... rules) {
        var analysis = PolicyAnalysis.of(new Policy(EUR, Arrays.asList(rules)), CONSTRAINTS, Duration.ofMinutes(1));
        assertThat(analysis.unfinished()).isEmpty();
        return analysis.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }
}
