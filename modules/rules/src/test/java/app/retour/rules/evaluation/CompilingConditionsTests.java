package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.never;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiled conditions say what the conditions themselves say, in all three truths. */
class CompilingConditionsTests {
    private static final Facts FACTS =
            Facts.none().text(FactName.ITEM_SKU, "here").number(FactName.ITEM_QUANTITY, 3);
    private static final List<Condition> SINGLE = List.of(
            test(FactName.ITEM_SKU, Operator.EQUALS, text("here")),
            test(FactName.ITEM_QUANTITY, Operator.AT_MOST, number(2)),
            test(FactName.ITEM_VENDOR, Operator.EQUALS, text("x")));

    /** Every group of up to two parts over groups of up to two parts over true, false and unknown: some 2,000 shapes. */
    @Test
    void everyShapeOfGroupsInGroupsSaysTheSame() {
        var inner = new ArrayList<>(SINGLE);
        inner.addAll(groups(SINGLE));
        for (var condition : groups(inner)) {
            says(condition, FACTS);
        }
    }

    private static List<Condition> groups(List<Condition> parts) {
        var made = new ArrayList<>(List.of(always(), never(), none()));
        for (var one : parts) {
            made.addAll(List.of(all(one), any(one), none(one)));
            for (var other : parts) {
                made.addAll(List.of(all(one, other), any(one, other), none(one, other)));
            }
        }
        return made;
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "4", "5", "9"})
    void oneOfFewTextsAndOneOfManySayTheSame(int texts) {
        var operands = IntStream.range(0, texts)
                .mapToObj(index -> text("SKU " + index))
                .toArray(FactValue[]::new);
        var oneOf = test(FactName.ITEM_SKU, Operator.ONE_OF, operands);
        for (var condition : List.of(oneOf, none(oneOf), all(oneOf, SINGLE.getFirst()), any(none(oneOf)))) {
            says(condition, Facts.none());
            says(condition, FACTS);
            for (var index = 0; index <= texts; index++) {
                says(condition, Facts.none().text(FactName.ITEM_SKU, "sku " + index));
            }
        }
    }

    @Test
    void manyConditionsStandBesideEachOther() {
        var compiled = new CompiledConditions(EUR);
        var conditions = IntStream.range(0, 50)
                .mapToObj(index -> all(
                        test(FactName.ITEM_QUANTITY, Operator.AT_LEAST, number(index)),
                        test(FactName.ITEM_QUANTITY, Operator.AT_MOST, number(index + 1))))
                .toList();
        var starts = conditions.stream().mapToInt(compiled::add).toArray();
        compiled.trim();
        for (var index = 0; index < 50; index++) {
            assertThat(compiled.truth(starts[index], FACTS.coded(EUR)))
                    .isEqualTo(index == 2 || index == 3 ? Truth.TRUE : Truth.FALSE);
        }
    }

    @Test
    void whatNeedsNoFactIsSettledWithoutATest() {
        var compiled = new CompiledConditions(EUR);
        assertThat(compiled.add(always())).isEqualTo(CompiledConditions.HOLDS);
        assertThat(compiled.add(never())).isEqualTo(CompiledConditions.FAILS);
        assertThat(compiled.add(none())).isEqualTo(CompiledConditions.HOLDS);
        assertThat(compiled.add(none(always()))).isEqualTo(CompiledConditions.FAILS);
    }

    private static void says(Condition condition, Facts facts) {
        var compiled = new CompiledConditions(EUR);
        var start = compiled.add(condition);
        var truth = condition.truth(facts);
        assertThat(compiled.truth(start, facts.coded(EUR))).as("%s", condition).isEqualTo(truth);
        assertThat(compiled.isPossible(start, facts.coded(EUR)))
                .as("%s", condition)
                .isEqualTo(truth != Truth.FALSE);
    }
}
