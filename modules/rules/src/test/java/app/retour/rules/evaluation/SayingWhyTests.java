package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.tag;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.Phrase;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What staff read of why an item was approved, rejected or sent to them. */
class SayingWhyTests {
    private static final String GUARD = "4 approvals in 30 days, the cap is 3";

    @Test
    void theRuleThatDecidedIsNamedWithItsSentence() {
        because(
                "Rule 2 “Yes”: ALWAYS approve",
                Facts.none(),
                rule("Tag", always(), tag("x")),
                rule("Yes", always(), approve()));
    }

    @Test
    void whereNoRuleDecidesThatIsSaid() {
        because("No rule decided; what no rule decides goes to review", Facts.none());
        because(
                "No rule decided; what no rule decides goes to review",
                Facts.none(),
                rule("Fee", always(), fee("1.00")));
    }

    @Test
    void severalMissingFactsAndSeveralOpenEffectsAreAllNamed() {
        var when = all(unknown(), test(FactName.ITEM_SKU, Operator.EQUALS, RuleFixtures.text("x")));
        because(
                "Review, because the decision is undetermined: Rule 1 “A” needs facts that are unknown (the vendor, the SKU)",
                Facts.none(),
                rule("A", when, approve()));
        because(
                "Review instead of approval, because the allowed resolutions are undetermined: Rule 1 “A” needs facts that"
                        + " are unknown (the vendor); the fee is undetermined: Rule 1 “A” needs facts that are unknown"
                        + " (the vendor)",
                Facts.none(),
                rule("A", unknown(), new Effect.AllowResolutions(Set.of(Resolution.REFUND)), fee("1.00"), tag("x")),
                rule("B", always(), approve()));
    }

    @Test
    void everyGuardIsToldTheFirstStopsTheApproval() {
        var evaluation = ItemEvaluation.of(
                CompiledPolicy.of(policy(rule("Yes", always(), approve()))), Facts.none(), List.of(GUARD, "another"));
        assertThat(evaluation.afterwards())
                .containsExactly("Sent to review: " + GUARD, "A guard would also have stopped an approval: another");
        assertThat(evaluation.because()).as("the last that changed the outcome").isEqualTo("Sent to review: " + GUARD);
        assertThat(evaluation.isHeldBack()).isTrue();
    }

    @Test
    void onlyWhatTheRulesAloneWouldHaveApprovedIsHeldBack() {
        assertThat(guarded(Facts.none(), rule("No", always(), reject())).isHeldBack())
                .isFalse();
        assertThat(guarded(Facts.none(), rule("Who", always(), review())).isHeldBack())
                .isFalse();
        assertThat(guarded(Facts.none(), rule("A", unknown(), fee("1.00")), rule("Yes", always(), approve()))
                        .isHeldBack())
                .isFalse();
        assertThat(guarded(withdrawal(), rule("Yes", always(), approve())).isHeldBack())
                .isFalse();
    }

    @Test
    void aReviewTellsTheShopperNothing() {
        var told = new Effect.Decide(Outcome.APPROVE, Phrase.of("Welcome back."));
        var held = guarded(Facts.none(), rule("Yes", always(), told));
        assertThat(held.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(held.shopperReason()).isNull();
        var withdrawn = guarded(withdrawal(), rule("Yes", always(), told));
        assertThat(withdrawn.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(withdrawn.shopperReason()).isEqualTo(Phrase.of("Welcome back."));
        assertThat(withdrawn.because())
                .isEqualTo("Approval all the same, because withdrawal is a statutory right that no guard delays");
    }

    @ParameterizedTest
    @EnumSource(
            value = LegalBasis.class,
            names = {"WITHDRAWAL", "CONFORMITY"})
    void theLawsWordsNameTheRight(LegalBasis basis) {
        var right = basis == LegalBasis.WITHDRAWAL ? "withdrawal" : "conformity";
        var check = StatutoryCheck.of(Facts.none().choice(FactName.LEGAL_BASIS, basis));
        assertThat(check.findings(Outcome.REJECT, Effects.DEFAULTS.shippedBy(ReturnShipping.MERCHANT)))
                .containsExactly(new StatutoryCheck.Finding(
                        "Review instead of rejection, because %s is a statutory right that rules never refuse"
                                .formatted(right),
                        true));
        var charged = Effects.DEFAULTS
                .shippedBy(ReturnShipping.MERCHANT)
                .charging(new Fee.Flat(RuleFixtures.euros("1.00"), Fee.Per.ITEM));
        assertThat(check.findings(Outcome.REVIEW, charged))
                .containsExactly(new StatutoryCheck.Finding(
                        "Review and no fee, because rules never charge for the statutory right of " + right, true));
        assertThat(check.relieved(charged).fee()).isEqualTo(new Fee.Waived());
        assertThat(check.findings(Outcome.APPROVE, Effects.DEFAULTS.shippedBy(ReturnShipping.MERCHANT)))
                .isEmpty();
    }

    @Test
    void goodwillAndWhatNobodyKnowsAreLeftAsTheRulesSay() {
        var charged = Effects.DEFAULTS.charging(new Fee.Flat(RuleFixtures.euros("1.00"), Fee.Per.ITEM));
        for (var facts : List.of(Facts.none(), Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.GOODWILL))) {
            var check = StatutoryCheck.of(facts);
            assertThat(check.findings(Outcome.REJECT, charged)).isEmpty();
            assertThat(check.relieved(charged)).isEqualTo(charged);
        }
    }

    @Test
    void forConformityAPayingShopperIsNoticedAndASilentPolicyIsCompleted() {
        var check = StatutoryCheck.of(Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.CONFORMITY));
        assertThat(check.findings(Outcome.APPROVE, Effects.DEFAULTS))
                .containsExactly(new StatutoryCheck.Finding(
                        "The merchant pays the way back, because it is a case of conformity", false));
        assertThat(check.findings(Outcome.APPROVE, Effects.DEFAULTS.shippedBy(ReturnShipping.SHOPPER)))
                .containsExactly(new StatutoryCheck.Finding(
                        "Review, and the merchant pays the way back, because rules never charge for conformity", true));
        assertThat(check.relieved(Effects.DEFAULTS).returnShipping()).isEqualTo(ReturnShipping.MERCHANT);
        var withdrawal = StatutoryCheck.of(withdrawal());
        assertThat(withdrawal.findings(Outcome.APPROVE, Effects.DEFAULTS.shippedBy(ReturnShipping.SHOPPER)))
                .isEmpty();
        assertThat(withdrawal.relieved(Effects.DEFAULTS)).isEqualTo(Effects.DEFAULTS);
    }

    @Test
    void whatTheLawFoundIsNotedEvenWhereAPersonDecidesAnyway() {
        var evaluation = RuleFixtures.judged(policy(rule("Fee", always(), fee("1.00"))), withdrawal());
        assertThat(evaluation.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(evaluation.because()).startsWith("No rule decided");
        assertThat(evaluation.afterwards()).singleElement().asString().startsWith("Review and no fee");
    }

    @Test
    void aJudgementCarriesWhatWasSaidOfTheItem() {
        var item = new ItemFacts(Ids.next(), Facts.none());
        var judgement = RuleFixtures.judged(policy(rule("A", unknown(), reject())), item.facts())
                .on(item, null);
        assertThat(judgement.itemRef()).isEqualTo(item.itemRef());
        assertThat(judgement.undetermined())
                .containsExactly("the decision is undetermined: Rule 1 “A” needs facts that are unknown (the vendor)");
        assertThat(judgement.shopperReason()).isNull();
        assertThat(item.raisedGuards()).isEmpty();
    }

    private static Facts withdrawal() {
        return Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL);
    }

    private static ItemEvaluation guarded(Facts facts, Rule... rules) {
        return ItemEvaluation.of(CompiledPolicy.of(policy(rules)), facts, List.of(GUARD));
    }

    private static void because(String words, Facts facts, Rule... rules) {
        assertThat(RuleFixtures.judged(policy(rules), facts).because()).isEqualTo(words);
    }
}
