package app.retour.rules.policy;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.isFinal;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static app.retour.rules.evaluation.RuleFixtures.wrongSizeUnder100Within30Days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Refusal;
import app.retour.rules.documents.ConditionReader;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.publishing.Recipe;
import app.retour.rules.publishing.Recipes;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.rules.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTests {
    @Test
    void theMissionsExampleReadsLikeSpeech() {
        assertThat(wrongSizeUnder100Within30Days().sentence())
                .isEqualTo("IF the reason is wrong size AND the order value is under €100 AND it is within 30 days of"
                        + " delivery THEN approve");
    }

    @Test
    void groupsInsideGroupsStandInBrackets() {
        var when = all(
                any(reasonIs(ReasonGroup.DEFECT), test(FactName.ORDER_VALUE, Operator.GREATER_THAN, eur("100.50"))),
                none(test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ANY, text("VIP"), text("staff"))));
        assertThat(isFinal(rule("x", when, reject())).sentence())
                .isEqualTo("IF (the reason is defective OR the order value is over €100.50) AND NOT (the shopper's"
                        + " tags include “VIP” or “staff”) THEN reject (“We cannot take this back.”), and look no"
                        + " further");
    }

    @Test
    void aRuleWithoutConditionsSaysAlways() {
        assertThat(rule("x", always(), approve(), new Effect.AskEvidence(new EvidenceWanted(1, true)))
                        .sentence())
                .isEqualTo("ALWAYS approve, ask for a photo and a comment");
    }

    @Test
    void typesSpeakTheirOwnWay() {
        says(test(FactName.ITEM_FINAL_SALE, Operator.EQUALS, new FactValue.Flag(false)), "it is not final sale");
        says(test(FactName.ITEM_FINAL_SALE, Operator.IS_UNKNOWN), "it is unknown whether it is final sale");
        says(test(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.IS_UNKNOWN), "it is unknown how long ago delivery was");
        says(
                test(FactName.ITEM_DAYS_SINCE_ORDER, Operator.GREATER_THAN, number(1)),
                "it is more than 1 day since the order");
        says(test(FactName.SHOPPER_RETURN_RATE, Operator.GREATER_THAN, number(40)), "the return rate is over 40%");
        says(
                test(FactName.ITEM_WEIGHT, Operator.BETWEEN, number(500), number(1000)),
                "the item's weight is between 500 and 1,000 g");
        says(
                test(FactName.RETURN_ANY_REASON_GROUP, Operator.CONTAINS_ANY, text("DEFECT"), text("SIZE")),
                "any item's reason is defective or wrong size");
        says(
                test(FactName.RETURN_EVERY_REASON_GROUP, Operator.CONTAINS_NONE, text("SIZE")),
                "every item's reason is not wrong size");
    }

    @Test
    void severalValuesAreListedAsOneWouldSayThem() {
        var tags = new FactValue[] {text("VIP"), text("staff"), text("press")};
        says(test(FactName.SHOPPER_TAGS, Operator.CONTAINS_NONE, tags[0]), "the shopper's tags do not include “VIP”");
        says(
                test(FactName.SHOPPER_TAGS, Operator.CONTAINS_NONE, tags[0], tags[1]),
                "the shopper's tags include neither “VIP” nor “staff”");
        says(
                test(FactName.SHOPPER_TAGS, Operator.CONTAINS_NONE, tags),
                "the shopper's tags include none of “VIP”, “staff” or “press”");
        says(
                test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ALL, tags),
                "the shopper's tags include “VIP”, “staff” and “press”");
        says(
                test(FactName.ITEM_REASON_GROUP, Operator.ONE_OF, text("SIZE"), text("DEFECT")),
                "the reason is wrong size or defective");
        says(
                test(FactName.ORDER_VALUE, Operator.BETWEEN, eur("50.00"), eur("1049.90")),
                "the order value is between €50 and €1,049.90");
        says(
                test(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.ONE_OF, number(1), number(30)),
                "it is exactly 1 or 30 days since delivery");
        says(
                test(FactName.ORDER_DATE, Operator.BEFORE, new FactValue.Day(LocalDate.of(2026, 11, 23))),
                "the order date is before 23 November 2026");
    }

    @Test
    void whatIsMissingIsAskedForInPlainWords() {
        mistakes("order.value", "LESS_THAN", List.of(), "Give a value to compare with");
        mistakes("order.value", "LESS_THAN", List.of("1", "2"), "Give one value, not 2");
        mistakes("order.value", "BETWEEN", List.of("1"), "Give two values, the smaller one first");
        mistakes("item.reasonGroup", "ONE_OF", List.of(), "Give at least one value");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("item.finalSale", "LESS_THAN", List.of("true")))
                .withMessageStartingWith("Final sale cannot be compared like this; what suits it: “is” (EQUALS)");
    }

    private static void mistakes(String fact, String operator, List<String> values, String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(fact, operator, values))
                .withMessage(words);
    }

    private static Condition read(String fact, String operator, List<String> values) {
        var test = Map.of("test", Map.of("fact", fact, "operator", operator, "values", values));
        return new ConditionReader(Currency.getInstance("EUR"), Vocabulary.OF_THE_HOUSE)
                .read(DocumentPart.root(test, "when"));
    }

    @Test
    void recipesSpeakPlainlyAndCanBePublishedInEveryCurrency() {
        for (var code : new String[] {"EUR", "JPY", "KWD"}) {
            var currency = Currency.getInstance(code);
            var recipes = Recipes.in(currency);
            var rules = recipes.stream().map(Recipe::rule).toList();
            var read = new PolicyReader(currency, Vocabulary.OF_THE_HOUSE)
                    .read(DocumentPart.root(PolicyWriter.write(rules), "rules"));
            assertThat(read.rules()).isEqualTo(rules);
            assertThat(recipes)
                    .isNotEmpty()
                    .allSatisfy(recipe -> assertThat(recipe.facts()).isNotEmpty());
        }
        assertThat(Recipes.in(Currency.getInstance("JPY")).get(5).rule().sentence())
                .contains("under ¥10,000");
    }

    @Test
    void everyFactIsDescribedAndHasAKeyOfItsOwn() {
        var keys = Arrays.stream(FactName.values()).map(FactName::key).collect(Collectors.toSet());
        assertThat(keys).hasSize(FactName.values().length).contains("item.daysSinceDelivery", "shopper.returns90Days");
        for (var fact : FactName.values()) {
            assertThat(fact.key()).matches("(item|order|return|shopper|legal)\\.[a-z][A-Za-z0-9]*");
            assertThat(fact.description()).isNotBlank();
            assertThat(fact.operators()).contains(Operator.IS_UNKNOWN);
            assertThat(fact.options().isEmpty()).isEqualTo(!fact.type().isChosen());
        }
    }

    private static void says(Condition condition, String words) {
        assertThat(Sentences.of(condition)).isEqualTo(words);
    }
}
