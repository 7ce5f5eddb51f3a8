package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.never;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often conditions hold is guessed so that what settles a group most likely comes first. */
class SelectivityTests {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final Condition SET = test(FactName.ITEM_GIFT_CARD, Operator.EQUALS, new FactValue.Flag(true));
    private static final Condition NOT_SET = test(FactName.ITEM_GIFT_CARD, Operator.EQUALS, new FactValue.Flag(false));

    @Test
    void flagsAreSeldomSet() {
        assertThat(share(SET)).isLessThan(share(NOT_SET));
        assertThat(share(SET) + share(NOT_SET)).isCloseTo(1, CLOSE);
    }

    @Test
    void anOptionIsOneOfAllOfThem() {
        assertThat(share(test(FactName.ITEM_REASON_GROUP, Operator.EQUALS, text("SIZE"))))
                .isCloseTo(1 / 6.0, CLOSE);
        assertThat(share(test(FactName.LEGAL_BASIS, Operator.EQUALS, text("WITHDRAWAL"))))
                .isCloseTo(1 / 3.0, CLOSE);
    }

    @Test
    void oneTextIsRarerThanOneNumberAndThatThanAStretch() {
        var sku = share(test(FactName.ITEM_SKU, Operator.EQUALS, text("A")));
        var quantity = share(test(FactName.ITEM_QUANTITY, Operator.EQUALS, number(1)));
        var between = share(test(FactName.ORDER_VALUE, Operator.BETWEEN, eur("1.00"), eur("2.00")));
        var under = share(test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("2.00")));
        assertThat(List.of(sku, quantity, between, under)).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.05", "2, 0.1", "9, 0.45", "10, 0.5", "11, 0.5", "200, 0.5"})
    void moreTextsMatchMoreOftenButNeverMoreThanHalf(int texts, double share) {
        assertThat(share(test(FactName.ITEM_SKU, Operator.ONE_OF, many(texts)))).isCloseTo(share, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1, 0.9", "3, 0.3, 0.7", "5, 0.5, 0.5", "9, 0.5, 0.5"})
    void listsToo(int texts, double any, double none) {
        assertThat(share(test(FactName.ITEM_TAGS, Operator.CONTAINS_ANY, many(texts))))
                .isCloseTo(any, CLOSE);
        assertThat(share(test(FactName.ITEM_TAGS, Operator.CONTAINS_NONE, many(texts))))
                .isCloseTo(none, CLOSE);
        assertThat(share(test(FactName.ITEM_TAGS, Operator.CONTAINS_ALL, many(texts))))
                .isCloseTo(0.1, CLOSE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"LESS_THAN", "AT_MOST", "GREATER_THAN", "AT_LEAST", "WITHIN_DAYS"})
    void oneSideOfANumberIsHalfOfAll(Operator operator) {
        assertThat(share(test(FactName.ITEM_DAYS_SINCE_ORDER, operator, number(30))))
                .isCloseTo(0.5, CLOSE);
    }

    @Test
    void partsOfATextAreAsRareAsElementsAndSoIsTheUnknown() {
        assertThat(share(test(FactName.ITEM_SKU, Operator.STARTS_WITH, text("A"))))
                .isCloseTo(0.1, CLOSE);
        assertThat(share(test(FactName.ITEM_SKU, Operator.CONTAINS_TEXT, text("A"))))
                .isCloseTo(0.1, CLOSE);
        assertThat(share(test(FactName.ITEM_SKU, Operator.IS_UNKNOWN))).isCloseTo(0.1, CLOSE);
    }

    @Test
    void groupsMultiplyAsIfTheirPartsWereIndependent() {
        var sku = test(FactName.ITEM_SKU, Operator.EQUALS, text("A"));
        assertThat(share(all(SET, sku))).isCloseTo(0.2 * 0.05, CLOSE);
        assertThat(share(any(SET, sku))).isCloseTo(1 - 0.8 * 0.95, CLOSE);
        assertThat(share(none(SET, sku))).isCloseTo(0.8 * 0.95, CLOSE);
        assertThat(share(always())).isOne();
        assertThat(share(never())).isZero();
        assertThat(share(none())).isOne();
    }

    private static FactValue[] many(int texts) {
        return Collections.nCopies(texts, text("x")).toArray(FactValue[]::new);
    }

    private static double share(Condition condition) {
        return Selectivity.of(condition);
    }
}
