package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index passes every rule that may hold, in order, and hardly any other, whatever the number of rules. */
class FindingCandidatesTests {
    @ParameterizedTest
    @ValueSource(ints = {10, 63, 64, 65, 127, 128, 129, 192, 256, 257, 320, 700})
    void ofRulesThatNameATextEachOnlyItsOwnPasses(int size) {
        var rules = rules(size, index -> test(FactName.ITEM_SKU, Operator.EQUALS, text("SKU " + index)));
        for (var wanted : List.of(0, size / 2, size - 1)) {
            var passed = candidates(rules, Facts.none().text(FactName.ITEM_SKU, "sku " + wanted));
            assertThat(passed).contains(wanted).hasSizeLessThan(3 + size / 100).isSorted();
        }
        assertThat(candidates(rules, Facts.none().text(FactName.ITEM_SKU, "none of them")))
                .hasSizeLessThan(3 + size / 100);
        assertThat(candidates(rules, Facts.none())).as("who knows").hasSize(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 64, 65, 129, 300, 600, 1200})
    void ofRulesThatNameAStretchEachOnlyItsOwnPasses(int size) {
        var rules = rules(
                size,
                index -> test(FactName.ITEM_QUANTITY, Operator.BETWEEN, number(10 * index), number(10 * index + 9)));
        for (var wanted : List.of(0, size / 3, size - 1)) {
            for (var quantity : List.of(10 * wanted, 10 * wanted + 9)) {
                assertThat(candidates(rules, Facts.none().number(FactName.ITEM_QUANTITY, quantity)))
                        .contains(wanted)
                        .hasSizeLessThan(2 + size / 100);
            }
        }
        assertThat(candidates(rules, Facts.none().number(FactName.ITEM_QUANTITY, -1)))
                .hasSizeLessThan(2 + size / 100);
        assertThat(candidates(rules, Facts.none())).hasSize(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40, 70, 130, 260})
    void ofRulesThatNameAnElementEachThoseOfTheListPass(int size) {
        var rules = rules(size, index -> test(FactName.ITEM_TAGS, Operator.CONTAINS_ANY, text("tag " + index)));
        var passed = candidates(rules, Facts.none().texts(FactName.ITEM_TAGS, List.of("Tag 0", "tag " + (size - 1))));
        assertThat(passed).contains(0, size - 1).hasSizeLessThan(2 + size / 5);
        assertThat(candidates(rules, Facts.none().texts(FactName.ITEM_TAGS, List.of())))
                .isEmpty();
        assertThat(candidates(rules, Facts.none())).hasSize(size);
    }

    @Test
    void severalFactsTogetherLeaveWhatAllOfThemLeave() {
        var rules = rules(
                400,
                index -> all(
                        test(FactName.ITEM_SKU, Operator.EQUALS, text("SKU " + index % 20)),
                        test(FactName.ITEM_VENDOR, Operator.EQUALS, text("V " + index / 20)),
                        test(FactName.ITEM_QUANTITY, Operator.AT_LEAST, number(1))));
        var facts = Facts.none().text(FactName.ITEM_SKU, "sku 7").text(FactName.ITEM_VENDOR, "v 3");
        assertThat(candidates(rules, facts)).containsExactly(67);
        assertThat(candidates(rules, facts.text(FactName.ITEM_VENDOR, null)))
                .as("vendor unknown")
                .hasSize(20)
                .allMatch(rule -> rule % 20 == 7);
        assertThat(candidates(rules, facts.text(FactName.ITEM_SKU, null)))
                .as("SKU unknown")
                .isEqualTo(IntStream.range(60, 80).boxed().toList());
    }

    @Test
    void anAmountOfAnotherCurrencyRulesNothingOut() {
        var rules =
                rules(100, index -> test(FactName.ORDER_VALUE, Operator.LESS_THAN, RuleFixtures.eur(index + ".00")));
        var dollars = Facts.none().money(FactName.ORDER_VALUE, Money.of("50.00", "USD"));
        assertThat(candidates(rules, dollars)).hasSize(100);
        var euros = Facts.none().money(FactName.ORDER_VALUE, RuleFixtures.euros("50.00"));
        assertThat(candidates(rules, euros)).hasSize(49).startsWith(51);
    }

    @Test
    void whatIsFalseOnceKnownIsRuledOutEvenInsideNone() {
        var rules = rules(
                90,
                index -> none(
                        test(FactName.ITEM_QUANTITY, Operator.LESS_THAN, number(index)),
                        test(FactName.ITEM_QUANTITY, Operator.GREATER_THAN, number(index))));
        assertThat(candidates(rules, Facts.none().number(FactName.ITEM_QUANTITY, 45)))
                .containsExactly(45);
        var nested = rules(
                90,
                index -> none(any(
                        test(FactName.ITEM_QUANTITY, Operator.LESS_THAN, number(index)),
                        test(FactName.ITEM_QUANTITY, Operator.GREATER_THAN, number(index)))));
        assertThat(candidates(nested, Facts.none().number(FactName.ITEM_QUANTITY, 45)))
                .containsExactly(45);
    }

    @Test
    void aRuleThatAsksWhetherAFactIsUnknownPassesJustThen() {
        var rules = rules(
                80,
                index -> index % 2 == 0
                        ? test(FactName.ITEM_SKU, Operator.IS_UNKNOWN)
                        : test(FactName.ITEM_SKU, Operator.EQUALS, text("x")));
        assertThat(candidates(rules, Facts.none())).hasSize(80);
        assertThat(candidates(rules, Facts.none().text(FactName.ITEM_SKU, "x")))
                .isEqualTo(IntStream.range(0, 40).mapToObj(half -> 2 * half + 1).toList());
    }

    @Test
    void aRuleThatNeedsAFactToBeKnownDoesNotPassWhereItIsNot() {
        var rules = rules(
                80,
                index -> index % 2 == 0
                        ? none(test(FactName.ITEM_SKU, Operator.IS_UNKNOWN))
                        : test(FactName.ITEM_SKU, Operator.EQUALS, text("SKU " + index)));
        assertThat(candidates(rules, Facts.none())).hasSize(40).allMatch(rule -> rule % 2 == 1);
        assertThat(candidates(rules, Facts.none().text(FactName.ITEM_SKU, "sku 1")))
                .hasSizeLessThan(43)
                .contains(0, 1, 2);
    }

    @Test
    void onlyRulesThatAreAskedForPass() {
        var rules = rules(70, index -> test(FactName.ITEM_SKU, Operator.EQUALS, text("x")));
        var among = new long[2 + RuleIndex.CHUNK];
        among[0] = 0b101L;
        among[1] = 0b10L;
        var candidates = RuleIndex.of(rules, EUR)
                .candidates(Facts.none().text(FactName.ITEM_SKU, "x").coded(EUR), among);
        assertThat(List.of(candidates.next(), candidates.next(), candidates.next(), candidates.next()))
                .containsExactly(0, 2, 65, -1);
        assertThat(candidates.next()).as("and stays at the end").isEqualTo(-1);
    }

    @Test
    void aFactThatTellsTooFewRulesApartIsNotLookedUp() {
        var alike = rules(10, _ -> test(FactName.ITEM_GIFT_CARD, Operator.IS_UNKNOWN));
        var apart = rules(100, index -> test(FactName.ITEM_SKU, Operator.EQUALS, text("SKU " + index)));
        var single = rules(1, index -> test(FactName.ITEM_SKU, Operator.EQUALS, text("SKU " + index)));
        assertThat(RuleIndex.of(apart, EUR).texts).hasSize(1);
        assertThat(RuleIndex.of(apart, EUR).numbers).isEmpty();
        assertThat(RuleIndex.of(alike, EUR).numbers.length + RuleIndex.of(single, EUR).texts.length)
                .isLessThan(2);
    }

    @Test
    void theMostTellingFactsComeFirstAndTheOthersOnlyWhereTheyStillPay() {
        var rules = rules(
                200,
                index -> all(
                        test(FactName.ITEM_SKU, Operator.EQUALS, text("SKU " + index)),
                        test(
                                FactName.ITEM_GIFT_CARD,
                                Operator.EQUALS,
                                new app.retour.rules.vocabulary.FactValue.Flag(true))));
        var index = RuleIndex.of(rules, EUR);
        assertThat(index.texts).hasSize(1);
        assertThat(index.numbers)
                .as("two hundred SKUs leave nothing for a flag to tell apart")
                .isEmpty();
    }

    /** Many values in one go: rows are shared, hashes meet, words overflow; the plain reading decides. */
    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 128, 129, 200, 320, 513, 900})
    void noRuleThatMayHoldIsEverDropped(int size) {
        var wide = new WidePolicies(size);
        var rules = wide.rules(size);
        for (var time = 0; time < 12; time++) {
            var facts = wide.facts();
            var expected = IntStream.range(0, size)
                    .filter(place -> rules.get(place).when().truth(facts) != Truth.FALSE)
                    .boxed()
                    .toList();
            assertThat(candidates(rules, facts))
                    .containsAll(expected)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    private static List<Rule> rules(int size, IntFunction<Condition> when) {
        return IntStream.range(0, size)
                .mapToObj(index -> rule("Rule " + index, when.apply(index), approve()))
                .toList();
    }

    private static List<Integer> candidates(List<Rule> rules, Facts facts) {
        var every = new long[rules.size() / Long.SIZE + RuleIndex.CHUNK];
        for (var index = 0; index < rules.size(); index++) {
            every[index / Long.SIZE] |= 1L << index;
        }
        var passed = new ArrayList<Integer>();
        var candidates = RuleIndex.of(rules, EUR).candidates(facts.coded(EUR), every);
        for (var next = candidates.next(); next >= 0; next = candidates.next()) {
            passed.add(next);
        }
        return passed;
    }
}
