package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.rules.policy.Comparison;
import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison in codes says what the plain comparison says, for every fact and operator over a handful of values. */
class ComparingCodesTests {
    private static final CustomFact POINTS = own("custom.points", FactType.COUNT);
    private static final CustomFact TIER = own("custom.tier", FactType.TEXT);

    private static CustomFact own(String key, FactType type) {
        return new CustomFact(key, type, key, "", CustomFact.Source.ORDER, key, false, false);
    }

    @ParameterizedTest
    @EnumSource(FactName.class)
    void itSaysWhatThePlainComparisonSays(FactName fact) {
        agrees(fact);
    }

    @Test
    void itDoesSoForFactsOfTheMerchantsOwn() {
        agrees(POINTS);
        agrees(TIER);
    }

    private static void agrees(Fact fact) {
        for (var operator : fact.operators()) {
            for (var operands : operands(fact, operator)) {
                var test = new Condition.Test(fact, operator, operands);
                var coded = CodedTest.of(test, EUR);
                for (var seen : seen(fact)) {
                    var facts = Facts.none().with(fact, seen);
                    var expected = switch (Comparison.of(test, seen)) {
                        case TRUE -> 1;
                        case FALSE -> 0;
                        case UNKNOWN -> -1;
                    };
                    assertThat(coded.passes(facts.coded(EUR)))
                            .as("%s %s, seen %s", operator, operands, seen)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static List<List<FactValue>> operands(Fact fact, Operator operator) {
        var single = values(fact);
        var all = new ArrayList<List<FactValue>>();
        switch (operator.most()) {
            case 0 -> all.add(List.of());
            case 1 -> single.forEach(one -> all.add(List.of(one)));
            default -> {
                for (var one : single) {
                    for (var other : single) {
                        all.add(List.of(one, other));
                    }
                    if (operator.fewest() == 1) {
                        all.add(List.of(one));
                    }
                }
                if (operator.fewest() == 1) {
                    all.add(single);
                }
            }
        }
        return all;
    }

    /** What a condition may name; beyond what codes can say too. */
    private static List<FactValue> values(Fact fact) {
        return switch (fact.type()) {
            case TEXT, TEXTS -> List.of(text("red"), text(" RED "), text("re"), text("blue"), text("ed"));
            case CHOICE, CHOICES ->
                fact.options().stream().map(option -> text(option.value())).toList();
            case COUNT, DAYS, GRAMS, PERCENT ->
                List.of(
                        number(-1),
                        number(0),
                        number(1),
                        number(2),
                        new FactValue.Quantity(new BigDecimal("1.5")),
                        new FactValue.Quantity(new BigDecimal("1.0000001")));
            case MONEY ->
                List.of(
                        eur("0.00"),
                        eur("99.99"),
                        eur("100.00"),
                        eur("100.01"),
                        new FactValue.Amount(Money.of("100.00", "USD")));
            case DATE -> List.of(day(1), day(2), day(3));
            case FLAG -> List.of(new FactValue.Flag(true), new FactValue.Flag(false));
        };
    }

    private static List<FactValue> seen(Fact fact) {
        var seen = new ArrayList<FactValue>();
        seen.add(FactValue.UNKNOWN);
        if (!fact.type().isList()) {
            seen.addAll(values(fact));
            return seen;
        }
        var texts = values(fact).stream()
                .map(value -> ((FactValue.Text) value).text())
                .toList();
        seen.add(new FactValue.Texts(List.of()));
        texts.forEach(one -> seen.add(new FactValue.Texts(List.of(one))));
        seen.add(new FactValue.Texts(texts.subList(0, 3)));
        seen.add(new FactValue.Texts(texts));
        return seen;
    }

    private static FactValue day(int day) {
        return new FactValue.Day(LocalDate.of(2026, 11, day));
    }

    @ParameterizedTest
    @CsvSource({
        "LESS_THAN, 10000",
        "AT_MOST, 10001",
        "GREATER_THAN, 10001",
        "AT_LEAST, 10000",
        "EQUALS, 10000;10001",
    })
    void itsAnswerChangesAtItsBoundariesOnly(Operator operator, String boundaries) {
        assertThat(boundaries(new Condition.Test(FactName.ORDER_VALUE, operator, List.of(eur("100.00")))))
                .containsExactly(boundaries.split(";"));
    }

    @Test
    void aStretchAndASetHaveABoundaryBeforeAndBehind() {
        assertThat(boundaries(
                        new Condition.Test(FactName.ORDER_VALUE, Operator.BETWEEN, List.of(eur("1.00"), eur("2.00")))))
                .containsExactly("100", "201");
        assertThat(boundaries(new Condition.Test(
                        FactName.ITEM_REASON_GROUP, Operator.ONE_OF, List.of(text("OTHER"), text("SIZE")))))
                .containsExactly("0", "1", "5", "6");
        assertThat(boundaries(new Condition.Test(FactName.ITEM_SKU, Operator.EQUALS, List.of(text("x")))))
                .isEmpty();
    }

    private static List<String> boundaries(Condition.Test test) {
        var into = new TreeSet<Long>();
        CodedTest.of(test, EUR).boundaries(into);
        return into.stream().map(String::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EQUALS        | ITEM_SKU    | true
            ONE_OF        | ITEM_SKU    | true
            STARTS_WITH   | ITEM_SKU    | false
            CONTAINS_TEXT | ITEM_SKU    | false
            CONTAINS_ANY  | ITEM_TAGS   | true
            CONTAINS_ALL  | ITEM_TAGS   | true
            CONTAINS_NONE | ITEM_TAGS   | true
            """)
    void theShapeOfATextTellsNoRulesApart(Operator operator, FactName fact, boolean isIndexable) {
        assertThat(CodedTest.of(new Condition.Test(fact, operator, List.of(text("x"))), EUR)
                        .isIndexable())
                .isEqualTo(isIndexable);
    }

    @Test
    void anotherCurrencyAndOwnFactsTellNoRulesApart() {
        var dollars = new FactValue.Amount(Money.of("100.00", "USD"));
        assertThat(indexable(FactName.ORDER_VALUE, Operator.LESS_THAN, dollars)).isFalse();
        assertThat(indexable(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("1.00")))
                .isTrue();
        assertThat(indexable(POINTS, Operator.LESS_THAN, number(1))).isFalse();
        assertThat(indexable(TIER, Operator.EQUALS, text("x"))).isFalse();
        assertThat(indexable(FactName.ITEM_SKU, Operator.IS_UNKNOWN)).isTrue();
    }

    private static boolean indexable(Fact fact, Operator operator, FactValue... operands) {
        return CodedTest.of(new Condition.Test(fact, operator, List.of(operands)), EUR)
                .isIndexable();
    }

    @Test
    void textsThatATestNamesAreFoldedAndNamedOnce() {
        var test = new Condition.Test(FactName.ITEM_SKU, Operator.ONE_OF, List.of(text("A"), text("b"), text(" a ")));
        assertThat(CodedTest.folded(test)).containsExactly("a", "b");
    }

    /** Two texts of the same code: the code alone decides nothing. */
    @Test
    void textsWhoseCodesMeetAreToldApartByThemselves() {
        assertThat(CodedFacts.code("b_")).isEqualTo(CodedFacts.code("c@"));
        var test = new Condition.Test(FactName.ITEM_SKU, Operator.EQUALS, List.of(text("b_")));
        assertThat(CodedTest.of(test, EUR)
                        .passes(Facts.none().text(FactName.ITEM_SKU, "C@").coded(EUR)))
                .isZero();
        var list = new Condition.Test(FactName.ITEM_TAGS, Operator.CONTAINS_ANY, List.of(text("b_")));
        assertThat(CodedTest.of(list, EUR)
                        .passes(Facts.none()
                                .texts(FactName.ITEM_TAGS, List.of("c@"))
                                .coded(EUR)))
                .isZero();
    }
}
