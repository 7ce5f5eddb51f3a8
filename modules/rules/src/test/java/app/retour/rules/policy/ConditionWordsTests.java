package app.retour.rules.policy;

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

import app.retour.kernel.Money;
import app.retour.rules.documents.ConditionReader;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.evaluation.RandomPolicies;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions and values as people would say them. */
class ConditionWordsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.sku               | EQUALS        | A-1         | the SKU is “A-1”
            item.sku               | ONE_OF        | A;B;C       | the SKU is “A”, “B” or “C”
            item.sku               | STARTS_WITH   | A           | the SKU starts with “A”
            item.sku               | CONTAINS_TEXT | A           | the SKU contains “A”
            item.sku               | IS_UNKNOWN    |             | the SKU is unknown
            item.reasonGroup       | EQUALS        | WRONG_ITEM  | the reason is wrong item
            item.quantity          | EQUALS        | 1           | the quantity is exactly 1
            item.quantity          | ONE_OF        | 1;2         | the quantity is exactly 1 or 2
            item.quantity          | AT_LEAST      | 1000        | the quantity is at least 1,000
            item.weight            | AT_MOST       | 500         | the item's weight is at most 500 g
            item.discount          | BETWEEN       | 10;12.50    | the item's discount is between 10 and 12.5%
            order.value            | AT_MOST       | 100         | the order value is at most €100
            order.value            | GREATER_THAN  | 1049.90     | the order value is over €1,049.90
            item.daysSinceDelivery | LESS_THAN     | 1           | it is fewer than 1 day since delivery
            item.daysSinceDelivery | AT_MOST       | 30          | it is at most 30 days since delivery
            item.daysSinceDelivery | GREATER_THAN  | 30          | it is more than 30 days since delivery
            item.daysSinceDelivery | AT_LEAST      | 30          | it is at least 30 days since delivery
            item.daysSinceDelivery | BETWEEN       | 1;30        | it is between 1 and 30 days since delivery
            item.daysSinceDelivery | WITHIN_DAYS   | 1           | it is within 1 day of delivery
            item.daysSinceDelivery | EQUALS        | 2           | it is exactly 2 days since delivery
            item.daysSinceDelivery | IS_UNKNOWN    |             | it is unknown how long ago delivery was
            item.finalSale         | EQUALS        | true        | it is final sale
            item.finalSale         | EQUALS        | false       | it is not final sale
            order.date             | EQUALS        | 2026-11-30  | the order date is 30 November 2026
            order.date             | AFTER         | 2026-01-01  | the order date is after 1 January 2026
            order.date             | BETWEEN       | 2026-01-01;2026-01-02 | the order date is between 1 January 2026 and 2 January 2026
            item.tags              | CONTAINS_ANY  | a           | the product's tags include “a”
            item.tags              | CONTAINS_ANY  | a;b         | the product's tags include “a” or “b”
            item.tags              | CONTAINS_ALL  | a;b         | the product's tags include “a” and “b”
            item.tags              | CONTAINS_NONE | a;b;c       | the product's tags include none of “a”, “b” or “c”
            order.tenders          | CONTAINS_ANY  | GIFT_CARD   | the order's payments include gift card
            return.anyReasonGroup  | CONTAINS_NONE | SIZE;DEFECT | any item's reason is neither wrong size nor defective
            return.anyReasonGroup  | CONTAINS_NONE | SIZE;DEFECT;OTHER | any item's reason is none of wrong size, defective or other
            """)
    void aComparisonReadsLikeSpeech(String fact, Operator operator, String values, String words) {
        var given = values == null ? List.of() : Arrays.asList((Object[]) values.split(";"));
        var test = Map.of("test", Map.of("fact", fact, "operator", operator.name(), "values", given));
        var condition =
                new ConditionReader(RuleFixtures.EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(test, "when"));
        assertThat(Sentences.of(condition)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"12000, '12,000'", "0.50, 0.5", "1E+3, '1,000'", "0, 0", "-1.25, -1.25", "1234567.1, '1,234,567.1'"})
    void aNumberIsGroupedAndShort(BigDecimal number, String words) {
        assertThat(ConditionWords.plain(number)).isEqualTo(words);
    }

    @Test
    void aValueAloneIsToldByItsFact() {
        says(FactName.ITEM_SKU, FactValue.UNKNOWN, "unknown");
        says(FactName.ITEM_SKU, text("x"), "“x”");
        says(FactName.ITEM_REASON_GROUP, text("SIZE"), "wrong size");
        says(FactName.ITEM_REASON_GROUP, text("GONE"), "GONE");
        says(FactName.ITEM_TAGS, new FactValue.Texts(List.of()), "none");
        says(FactName.ITEM_TAGS, new FactValue.Texts(List.of("a", "b")), "“a”, “b”");
        says(FactName.ORDER_TENDERS, new FactValue.Texts(List.of("CARD", "OTHER")), "card, another kind");
        says(FactName.ITEM_QUANTITY, number(1), "1");
        says(FactName.ITEM_DAYS_SINCE_ORDER, number(1), "1 day");
        says(FactName.ITEM_DAYS_SINCE_ORDER, number(0), "0 days");
        says(FactName.ITEM_WEIGHT, number(1500), "1,500 g");
        says(FactName.ITEM_DISCOUNT, new FactValue.Quantity(new BigDecimal("12.50")), "12.5%");
        says(FactName.ORDER_VALUE, eur("99.90"), "€99.90");
        says(FactName.ORDER_VALUE, new FactValue.Amount(Money.of("1000", "JPY")), "¥1,000");
        says(FactName.ORDER_DATE, new FactValue.Day(LocalDate.of(2026, 3, 1)), "1 March 2026");
        says(FactName.ITEM_FINAL_SALE, new FactValue.Flag(true), "yes");
        says(FactName.ITEM_FINAL_SALE, new FactValue.Flag(false), "no");
    }

    private static void says(FactName fact, FactValue value, String words) {
        assertThat(ConditionWords.of(fact, value)).isEqualTo(words);
    }

    @Test
    void groupsReadLikeSpeechToo() {
        var a = test(FactName.ITEM_SKU, Operator.EQUALS, text("a"));
        var b = test(FactName.ITEM_SKU, Operator.EQUALS, text("b"));
        assertThat(Sentences.of(always())).isEqualTo("always");
        assertThat(Sentences.of(never())).isEqualTo("never");
        assertThat(Sentences.of(none())).isEqualTo("always");
        assertThat(Sentences.of(all(a))).isEqualTo("the SKU is “a”");
        assertThat(Sentences.of(any(a, all(a, b)))).isEqualTo("the SKU is “a” OR (the SKU is “a” AND the SKU is “b”)");
        assertThat(Sentences.of(all(any(a), none(a, b))))
                .isEqualTo("the SKU is “a” AND NOT (the SKU is “a” OR the SKU is “b”)");
    }

    @Test
    void theMachinesLanguageChangesNoSentence() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            says(FactName.ORDER_VALUE, eur("1049.90"), "€1,049.90");
            says(FactName.ITEM_WEIGHT, number(1500), "1,500 g");
            says(FactName.ORDER_DATE, new FactValue.Day(LocalDate.of(2026, 5, 1)), "1 May 2026");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomPolicies.class)
    void everyRuleHasASentenceWithoutTheWordsOfCode(@ForAll Policy policy) {
        for (var rule : policy.rules()) {
            assertThat(rule.sentence())
                    .matches("(IF .+ THEN|ALWAYS) .+")
                    .doesNotContain("null", "[", "_")
                    .doesNotContain("Condition", "Effect");
            assertThat(rule.effectSentences()).hasSameSizeAs(rule.then()).doesNotContain("");
        }
    }
}
