package app.retour.rules.policy;

import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator says of a value, at, below and above what it is compared with. */
class ComparisonTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EQUALS       | false | true  | false
            LESS_THAN    | true  | false | false
            AT_MOST      | true  | true  | false
            GREATER_THAN | false | false | true
            AT_LEAST     | false | true  | true
            """)
    void strictIsStrict(Operator operator, boolean below, boolean at, boolean above) {
        says(FactName.ITEM_QUANTITY, operator, number(9), below, number(10));
        says(FactName.ITEM_QUANTITY, operator, number(10), at, number(10));
        says(FactName.ITEM_QUANTITY, operator, number(11), above, number(10));
        says(FactName.ORDER_VALUE, operator, eur("99.99"), below, eur("100.00"));
        says(FactName.ORDER_VALUE, operator, eur("100.00"), at, eur("100.00"));
        says(FactName.ORDER_VALUE, operator, eur("100.01"), above, eur("100.00"));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, true", "31, false", "0, true", "-1, true"})
    void withinDaysIncludesTheLastOne(int days, boolean isWithin) {
        says(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.WITHIN_DAYS, number(days), isWithin, number(30));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true", "4, true", "5, false"})
    void betweenIncludesBothEnds(int number, boolean isBetween) {
        says(FactName.ITEM_QUANTITY, Operator.BETWEEN, number(number), isBetween, number(2), number(4));
        says(FactName.RETURN_DATE, Operator.BETWEEN, day(number), isBetween, day(2), day(4));
    }

    @Test
    void beforeAndAfterADayExcludeIt() {
        says(FactName.ORDER_DATE, Operator.BEFORE, day(1), true, day(2));
        says(FactName.ORDER_DATE, Operator.BEFORE, day(2), false, day(2));
        says(FactName.ORDER_DATE, Operator.AFTER, day(2), false, day(2));
        says(FactName.ORDER_DATE, Operator.AFTER, day(3), true, day(2));
        says(FactName.ORDER_DATE, Operator.EQUALS, day(2), true, day(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STARTS_WITH   | sku-100 | true
            STARTS_WITH   | SKU-    | true
            STARTS_WITH   | 100     | false
            CONTAINS_TEXT | -10     | true
            CONTAINS_TEXT | u-1     | true
            CONTAINS_TEXT | 01      | false
            EQUALS        | Sku-100 | true
            EQUALS        | sku-10  | false
            """)
    void textsAreComparedWithoutRegardToCase(Operator operator, String operand, boolean holds) {
        says(FactName.ITEM_SKU, operator, text(" SKU-100 "), holds, text(operand));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONTAINS_ANY  | red      | true
            CONTAINS_ANY  | green    | false
            CONTAINS_ANY  | green,Red| true
            CONTAINS_ALL  | red,BLUE | true
            CONTAINS_ALL  | red,green| false
            CONTAINS_NONE | green    | true
            CONTAINS_NONE | green,red| false
            """)
    void aListIsAskedForItsTexts(Operator operator, String operands, boolean holds) {
        says(
                FactName.ITEM_TAGS,
                operator,
                new FactValue.Texts(List.of(" Red", "blue")),
                holds,
                Arrays.stream(operands.split(",")).map(RuleFixtures::text).toArray(FactValue[]::new));
    }

    @Test
    void anEmptyListHoldsNothing() {
        var empty = new FactValue.Texts(List.of());
        says(FactName.ITEM_TAGS, Operator.CONTAINS_ANY, empty, false, text("red"));
        says(FactName.ITEM_TAGS, Operator.CONTAINS_ALL, empty, false, text("red"));
        says(FactName.ITEM_TAGS, Operator.CONTAINS_NONE, empty, true, text("red"));
    }

    @Test
    void oneOfSeveralIsEnough() {
        says(FactName.ITEM_SKU, Operator.ONE_OF, text("b"), true, text("a"), text("B "));
        says(FactName.ITEM_SKU, Operator.ONE_OF, text("c"), false, text("a"), text("b"));
        says(FactName.ITEM_QUANTITY, Operator.ONE_OF, number(2), true, number(1), number(2));
        says(FactName.ITEM_QUANTITY, Operator.ONE_OF, number(3), false, number(1), number(2));
    }

    @Test
    void aFlagIsSetOrNot() {
        says(FactName.ITEM_FINAL_SALE, Operator.EQUALS, new FactValue.Flag(true), true, new FactValue.Flag(true));
        says(FactName.ITEM_FINAL_SALE, Operator.EQUALS, new FactValue.Flag(false), false, new FactValue.Flag(true));
    }

    @Test
    void numbersAreExactAndTrailingZerosDoNotCount() {
        var tenth = new FactValue.Quantity(new BigDecimal("0.10"));
        var more = new FactValue.Quantity(new BigDecimal("0.100000000000000000001"));
        says(FactName.ITEM_DISCOUNT, Operator.EQUALS, tenth, true, new FactValue.Quantity(new BigDecimal("0.1")));
        says(FactName.ITEM_DISCOUNT, Operator.GREATER_THAN, more, true, tenth);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"EQUALS", "LESS_THAN", "AT_MOST", "GREATER_THAN", "AT_LEAST"})
    void ofTwoCurrenciesNobodyKnowsWhichIsMore(Operator operator) {
        var dollars = new FactValue.Amount(Money.of("100.00", "USD"));
        assertThat(answer(FactName.ORDER_VALUE, operator, dollars, eur("100.00")))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(answer(FactName.ORDER_VALUE, Operator.BETWEEN, dollars, eur("1.00"), eur("2.00")))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void whatIsUnknownIsNeitherTrueNorFalse() {
        for (var name : FactName.values()) {
            for (var operator : name.operators()) {
                var operands = new FactValue[operator.fewest()];
                Arrays.fill(operands, operand(name));
                assertThat(answer(name, operator, FactValue.UNKNOWN, operands))
                        .as("%s %s", name, operator)
                        .isEqualTo(operator == Operator.IS_UNKNOWN ? Truth.TRUE : Truth.UNKNOWN);
            }
        }
        assertThat(answer(FactName.ITEM_SKU, Operator.IS_UNKNOWN, text("x"))).isEqualTo(Truth.FALSE);
    }

    private static FactValue operand(Fact fact) {
        return switch (fact.type()) {
            case TEXT, TEXTS -> text("x");
            case CHOICE, CHOICES -> text(fact.options().getFirst().value());
            case COUNT, DAYS, GRAMS, PERCENT -> number(1);
            case MONEY -> eur("1.00");
            case DATE -> day(1);
            case FLAG -> new FactValue.Flag(true);
        };
    }

    /** Of two numbers just one of less, equal and more is true; at most is not more, at least not less. */
    @Property(tries = 200)
    void theOperatorsOfNumbersAgreeWithEachOther(
            @ForAll @IntRange(max = 5) int seen, @ForAll @IntRange(max = 5) int operand) {
        var less = holds(Operator.LESS_THAN, seen, operand);
        var same = holds(Operator.EQUALS, seen, operand);
        var more = holds(Operator.GREATER_THAN, seen, operand);
        assertThat(List.of(less, same, more)).containsOnlyOnce(true);
        assertThat(holds(Operator.AT_MOST, seen, operand)).isEqualTo(!more);
        assertThat(holds(Operator.AT_LEAST, seen, operand)).isEqualTo(!less);
        assertThat(holds(Operator.LESS_THAN, operand, seen)).isEqualTo(more);
    }

    private static boolean holds(Operator operator, int seen, int operand) {
        return answer(FactName.ITEM_QUANTITY, operator, number(seen), number(operand)) == Truth.TRUE;
    }

    private static FactValue day(int day) {
        return new FactValue.Day(LocalDate.of(2026, 11, day));
    }

    private static void says(Fact fact, Operator operator, FactValue seen, boolean holds, FactValue... operands) {
        assertThat(answer(fact, operator, seen, operands))
                .as("%s %s %s", seen, operator, Arrays.toString(operands))
                .isEqualTo(holds ? Truth.TRUE : Truth.FALSE);
    }

    private static Truth answer(Fact fact, Operator operator, FactValue seen, FactValue... operands) {
        return Comparison.of(new Condition.Test(fact, operator, List.of(operands)), seen);
    }
}
