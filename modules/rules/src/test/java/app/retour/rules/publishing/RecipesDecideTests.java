package app.retour.rules.publishing;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.rules.Judgement;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.ItemEvaluation;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shop gets that takes all recipes as they are. */
class RecipesDecideTests {
    private static final CompiledPolicy RECIPES = CompiledPolicy.of(
            new Policy(EUR, Recipes.in(EUR).stream().map(Recipe::rule).toList()));
    /** A pair of shoes too small, by goodwill, of a shopper about whom there is nothing to say. */
    private static final Facts SHOES = Facts.none()
            .choice(FactName.LEGAL_BASIS, LegalBasis.GOODWILL)
            .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
            .choice(FactName.ITEM_REQUESTED_RESOLUTION, Resolution.REFUND)
            .money(FactName.ORDER_VALUE, euros("80.00"))
            .number(FactName.ITEM_DAYS_SINCE_DELIVERY, 20)
            .flag(FactName.ITEM_FINAL_SALE, false)
            .percent(FactName.SHOPPER_RETURN_RATE, new BigDecimal("12.5"))
            .texts(FactName.SHOPPER_TAGS, List.of());

    @ParameterizedTest
    @CsvSource({
        "80.00, 20, APPROVE",
        "99.99, 30, APPROVE",
        "100.00, 20, REVIEW",
        "80.00, 31, REVIEW",
        "100.01, 20, REVIEW"
    })
    void aSmallOrderOfTheWrongSizeIsApprovedForThirtyDays(String value, int days, Outcome outcome) {
        var facts = SHOES.money(FactName.ORDER_VALUE, euros(value)).number(FactName.ITEM_DAYS_SINCE_DELIVERY, days);
        assertThat(judged(facts).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(ReasonGroup.class)
    void aWithdrawalIsApprovedWithoutAFeeWhateverTheReason(ReasonGroup reason) {
        var withdrawal = judged(SHOES.choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL)
                .choice(FactName.ITEM_REASON_GROUP, reason)
                .money(FactName.ORDER_VALUE, euros("900.00"))
                .flag(FactName.ITEM_FINAL_SALE, true));
        assertThat(withdrawal.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(withdrawal.effects().fee().isCharged()).isFalse();
    }

    @Test
    void aCaseOfConformityIsLookedAtWithPhotosAndTheMerchantPaysTheWay() {
        var conformity = judged(SHOES.choice(FactName.LEGAL_BASIS, LegalBasis.CONFORMITY)
                .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.DEFECT));
        assertThat(conformity.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(conformity.effects().evidence()).isEqualTo(new EvidenceWanted(2, true));
        assertThat(conformity.effects().returnShipping()).isEqualTo(ReturnShipping.MERCHANT);
        assertThat(conformity.effects().fee().isCharged()).isFalse();
        assertThat(conformity.effects().team()).as("the costly cases' team too").isEqualTo("Support");
    }

    @Test
    void costlyAndDefectiveItemsWaitForSomebodyWhoHasSeenAPhoto() {
        for (var facts : List.of(
                SHOES.money(FactName.ORDER_VALUE, euros("100.01")),
                SHOES.choice(FactName.ITEM_REASON_GROUP, ReasonGroup.DEFECT))) {
            var costly = judged(facts);
            assertThat(costly.outcome()).isEqualTo(Outcome.REVIEW);
            assertThat(costly.effects().evidence()).isEqualTo(new EvidenceWanted(1, false));
            assertThat(costly.effects().priority()).isEqualTo(Priority.HIGH);
        }
        assertThat(judged(SHOES).effects().evidence().isWanted()).isFalse();
    }

    @Test
    void unusualShoppersAreTaggedAndReviewed() {
        for (var facts : List.of(
                SHOES.percent(FactName.SHOPPER_RETURN_RATE, new BigDecimal("40.01")),
                SHOES.texts(FactName.SHOPPER_TAGS, List.of("Risk")))) {
            assertThat(judged(facts).outcome()).isEqualTo(Outcome.REVIEW);
            assertThat(judged(facts).effects().tags()).containsExactly("risk");
        }
        assertThat(judged(SHOES.percent(FactName.SHOPPER_RETURN_RATE, new BigDecimal("40")))
                        .outcome())
                .isEqualTo(Outcome.APPROVE);
    }

    @Test
    void whereTheShoppersHistoryIsUnknownAPersonLooks() {
        assertThat(judged(SHOES.percent(FactName.SHOPPER_RETURN_RATE, null)).outcome())
                .isEqualTo(Outcome.REVIEW);
        assertThat(judged(SHOES.texts(FactName.SHOPPER_TAGS, null)).outcome()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void aVipExchangesASizeAtOnceAndPaysNoWayBack() {
        var vip = SHOES.texts(FactName.SHOPPER_TAGS, List.of("vip"))
                .number(FactName.ITEM_DAYS_SINCE_DELIVERY, 60)
                .choice(FactName.ITEM_REQUESTED_RESOLUTION, Resolution.EXCHANGE);
        assertThat(judged(vip).outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(judged(vip).effects().returnShipping()).isEqualTo(ReturnShipping.MERCHANT);
        assertThat(judged(vip.choice(FactName.ITEM_REQUESTED_RESOLUTION, Resolution.REFUND))
                        .outcome())
                .isEqualTo(Outcome.REVIEW);
    }

    @Test
    void finalSaleIsRejectedByGoodwillAlone() {
        var sale = SHOES.flag(FactName.ITEM_FINAL_SALE, true).choice(FactName.ITEM_REASON_GROUP, ReasonGroup.OTHER);
        assertThat(judged(sale).outcome()).isEqualTo(Outcome.REJECT);
        assertThat(judged(sale.choice(FactName.LEGAL_BASIS, LegalBasis.CONFORMITY))
                        .outcome())
                .isEqualTo(Outcome.REVIEW);
    }

    @Test
    void aChangedMindCostsATenthByGoodwillAlone() {
        var changed = SHOES.choice(FactName.ITEM_REASON_GROUP, ReasonGroup.CHANGED_MIND);
        assertThat(judged(changed).effects().fee()).isEqualTo(new Fee.Percent(BigDecimal.TEN, Fee.Per.ITEM));
        assertThat(judged(changed.choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL))
                        .effects()
                        .fee())
                .isEqualTo(new Fee.Waived());
        assertThat(judged(SHOES).effects().fee().isCharged()).isFalse();
    }

    @Test
    void eachRecipeNamesWhatItReadsAndWhatItIsFor() {
        for (var recipe : Recipes.in(EUR)) {
            assertThat(recipe.facts()).doesNotHaveDuplicates().isNotEmpty();
            assertThat(recipe.explanation()).endsWith(".");
            assertThat(recipe.title()).isEqualTo(recipe.rule().name());
            assertThat(recipe.key()).isEqualTo(recipe.rule().id()).matches("[a-z-]+");
        }
    }

    /** The return goes to whoever its item of highest priority names, in whatever order they stand. */
    @Test
    void theMostUrgentItemLeadsItsReturn() {
        var calm = item(SHOES);
        var costly = item(SHOES.choice(FactName.ITEM_REASON_GROUP, ReasonGroup.DEFECT));
        var items = new ArrayList<>(List.of(calm, costly, calm));
        for (var seed = 0; seed < 6; seed++) {
            Collections.shuffle(items, new Random(seed));
            var judgement = new Judgement(
                    null,
                    items.stream()
                            .map(item -> TryOut.of(RECIPES, item).judgement())
                            .toList());
            assertThat(judgement.priority()).isEqualTo(Priority.HIGH);
            assertThat(judgement.team()).isEqualTo("Support");
            assertThat(judgement.assignee()).isNull();
        }
    }

    @Test
    void anExampleHoldsWhenThePolicySaysWhatIsExpected() {
        var tried = TryOut.of(RECIPES, item(SHOES));
        var facts = List.<Map<String, Object>>of(Map.of("fact", "item.sku", "values", List.of("x")));
        assertThat(new Example(new ExampleId(Ids.next()), 1, "Shoes", facts, Outcome.APPROVE, tried).holds())
                .isTrue();
        assertThat(new Example(new ExampleId(Ids.next()), 1, "Shoes", facts, Outcome.REVIEW, tried).holds())
                .isFalse();
    }

    private static ItemFacts item(Facts facts) {
        return new ItemFacts(Ids.next(), facts);
    }

    private static ItemEvaluation judged(Facts facts) {
        return ItemEvaluation.of(RECIPES, facts, List.of());
    }
}
