package app.retour.rules;

import static app.retour.rules.RuleFixtures.all;
import static app.retour.rules.RuleFixtures.always;
import static app.retour.rules.RuleFixtures.any;
import static app.retour.rules.RuleFixtures.approve;
import static app.retour.rules.RuleFixtures.eur;
import static app.retour.rules.RuleFixtures.isFinal;
import static app.retour.rules.RuleFixtures.none;
import static app.retour.rules.RuleFixtures.number;
import static app.retour.rules.RuleFixtures.reasonIs;
import static app.retour.rules.RuleFixtures.reject;
import static app.retour.rules.RuleFixtures.rule;
import static app.retour.rules.RuleFixtures.test;
import static app.retour.rules.RuleFixtures.text;
import static app.retour.rules.RuleFixtures.wrongSizeUnder100Within30Days;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Currency;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTests {
    @Test
    void theMissionsExampleReadsLikeSpeech() {
        assertThat(wrongSizeUnder100Within30Days().sentence())
                .isEqualTo(
                        "IF the reason is wrong size AND the order value is under 100 EUR AND it is within 30 days of"
                                + " delivery THEN approve");
    }

    @Test
    void groupsInsideGroupsStandInBrackets() {
        var when = all(
                any(reasonIs(ReasonGroup.DEFECT), test(FactName.ORDER_VALUE, Operator.GREATER_THAN, eur("100.50"))),
                none(test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ANY, text("VIP"), text("staff"))));
        assertThat(isFinal(rule("x", when, reject())).sentence())
                .isEqualTo("IF (the reason is defective OR the order value is over 100.50 EUR) AND NOT (the shopper's"
                        + " tags include any of “VIP”, “staff”) THEN reject (“We cannot take this back.”), and look no"
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
        says(test(FactName.SHOPPER_RETURN_RATE, Operator.GREATER_THAN, number(40)), "the return rate is over 40 %");
        says(
                test(FactName.ITEM_WEIGHT, Operator.BETWEEN, number(500), number(1000)),
                "the item's weight is between 500 g and 1000 g");
        says(
                test(FactName.RETURN_ANY_REASON_GROUP, Operator.CONTAINS_ANY, text("DEFECT"), text("SIZE")),
                "any item's reason is any of defective, wrong size");
        says(
                test(FactName.RETURN_EVERY_REASON_GROUP, Operator.CONTAINS_NONE, text("SIZE")),
                "every item's reason is not wrong size");
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
            assertThat(recipes).allSatisfy(recipe -> assertThat(recipe.facts()).isNotEmpty());
        }
        assertThat(Recipes.in(Currency.getInstance("JPY")).get(5).rule().sentence())
                .contains("under 10000 JPY");
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
