package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.judged;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes after the policy, in this order: guards, then the law. */
class GuardsAndLawTests {
    @Test
    void aRaisedGuardTurnsAnApprovalIntoAReviewAndNothingElse() {
        var guards = List.of("4 approvals in 30 days, the cap is 3");
        var approved =
                ItemEvaluation.of(CompiledPolicy.of(policy(rule("Yes", always(), approve()))), Facts.none(), guards);
        assertThat(approved.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(approved.because()).isEqualTo("Sent to review: 4 approvals in 30 days, the cap is 3");
        var rejected =
                ItemEvaluation.of(CompiledPolicy.of(policy(rule("No", always(), reject()))), Facts.none(), guards);
        assertThat(rejected.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(rejected.afterwards()).hasSize(1);
    }

    @Test
    void noGuardDelaysAWithdrawalAndTheTraceSaysBoth() {
        var guards = List.of("the same was rejected before in R-1001");
        var policy = CompiledPolicy.of(policy(rule("Yes", always(), approve())));
        var withdrawal =
                ItemEvaluation.of(policy, Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL), guards);
        assertThat(withdrawal.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(withdrawal.afterwards())
                .satisfiesExactly(
                        guard -> assertThat(guard).contains("rejected before in R-1001"),
                        law -> assertThat(law).contains("no guard delays"));
        var conformity =
                ItemEvaluation.of(policy, Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.CONFORMITY), guards);
        assertThat(conformity.outcome()).as("a person looks, nobody refuses").isEqualTo(Outcome.REVIEW);
    }

    @Test
    void aStatutoryRightIsNeitherRefusedNorCharged() {
        var policy = policy(
                rule("No", reasonIs(ReasonGroup.OTHER), reject()), rule("Fee", always(), approve(), fee("5.00")));
        var withdrawal = Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL);
        var refused = judged(policy, withdrawal.choice(FactName.ITEM_REASON_GROUP, ReasonGroup.OTHER));
        assertThat(refused.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(refused.shopperReason()).isNull();
        assertThat(refused.afterwards()).first().asString().contains("statutory right");
        var charged = judged(policy, withdrawal.choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE));
        assertThat(charged.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(charged.effects().fee().isCharged()).isFalse();
        var goodwill = Facts.none()
                .choice(FactName.LEGAL_BASIS, LegalBasis.GOODWILL)
                .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.OTHER);
        assertThat(judged(policy, goodwill).outcome()).isEqualTo(Outcome.REJECT);
    }

    @Test
    void forConformityTheMerchantPaysTheWayBack() {
        var facts = Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.CONFORMITY);
        var silent = judged(policy(rule("Yes", always(), approve())), facts);
        assertThat(silent.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(silent.effects().returnShipping()).isEqualTo(ReturnShipping.MERCHANT);
        var charging =
                judged(policy(rule("Yes", always(), approve(), new Effect.Ship(ReturnShipping.DEDUCTED))), facts);
        assertThat(charging.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(charging.effects().returnShipping()).isEqualTo(ReturnShipping.MERCHANT);
    }
}
