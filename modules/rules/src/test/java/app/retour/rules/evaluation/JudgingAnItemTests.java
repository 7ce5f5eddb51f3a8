package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.isFinal;
import static app.retour.rules.evaluation.RuleFixtures.judged;
import static app.retour.rules.evaluation.RuleFixtures.never;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.switchedOff;
import static app.retour.rules.evaluation.RuleFixtures.tag;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.unknown;
import static app.retour.rules.evaluation.RuleFixtures.wrongSize;
import static app.retour.rules.evaluation.RuleFixtures.wrongSizeUnder100Within30Days;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.rules.Judgement;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Priority;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgingAnItemTests {
    @Test
    void wrongSizeUnder100WithinThirtyDaysIsApproved() {
        var policy = policy(wrongSizeUnder100Within30Days());
        assertThat(outcome(policy, wrongSize("99.99", 30))).isEqualTo(Outcome.APPROVE);
        assertThat(outcome(policy, wrongSize("99.99", 31))).isEqualTo(Outcome.REVIEW);
        assertThat(outcome(policy, wrongSize("99.99", 0))).isEqualTo(Outcome.APPROVE);
    }

    @Test
    void exactlyOneHundredIsNeitherUnderNorOver() {
        var policy = policy(
                wrongSizeUnder100Within30Days(),
                rule("Over 100", test(FactName.ORDER_VALUE, Operator.GREATER_THAN, eur("100.00")), reject()));
        assertThat(outcome(policy, wrongSize("100.00", 1))).isEqualTo(Outcome.REVIEW);
        assertThat(outcome(policy, wrongSize("100.01", 1))).isEqualTo(Outcome.REJECT);
    }

    @Test
    void anotherCurrencyIsNeitherMoreNorLess() {
        var facts = wrongSize("50.00", 1).money(FactName.ORDER_VALUE, Money.of("50.00", "USD"));
        var evaluation = judged(policy(wrongSizeUnder100Within30Days()), facts);
        assertThat(evaluation.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(evaluation.because()).contains("order value");
    }

    @Test
    void aMissingFactSendsToReviewAndIsNamedWithItsRule() {
        var facts = Facts.none()
                .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
                .money(FactName.ORDER_VALUE, euros("50.00"));
        var evaluation =
                judged(policy(wrongSizeUnder100Within30Days(), rule("Everything else", always(), approve())), facts);
        assertThat(evaluation.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(evaluation.because())
                .isEqualTo("Review, because the decision is undetermined: Rule 1 “Wrong size” needs facts that are"
                        + " unknown (delivery)");
        assertThat(evaluation.undetermined()).hasSize(1);
    }

    @Test
    void falseAndUnknownIsFalseSoTheNextRuleDecides() {
        var facts = Facts.none().choice(FactName.ITEM_REASON_GROUP, ReasonGroup.DEFECT);
        var policy = policy(wrongSizeUnder100Within30Days(), rule("Rest", always(), approve()));
        assertThat(outcome(policy, facts)).isEqualTo(Outcome.APPROVE);
    }

    @Test
    void trueOrUnknownIsTrue() {
        var facts = Facts.none().choice(FactName.ITEM_REASON_GROUP, ReasonGroup.DEFECT);
        var policy = policy(rule("Any", any(unknown(), reasonIs(ReasonGroup.DEFECT)), reject()));
        assertThat(outcome(policy, facts)).isEqualTo(Outcome.REJECT);
    }

    @Test
    void rulesBehindAWinnerNeverCountEvenIfTheyWouldSayTheSame() {
        var policy = policy(rule("Unknown", unknown(), approve()), rule("Known", always(), approve()));
        assertThat(outcome(policy, Facts.none())).isEqualTo(Outcome.REVIEW);
        var winnerFirst = policy(rule("Known", always(), approve()), rule("Unknown", unknown(), reject()));
        assertThat(outcome(winnerFirst, Facts.none())).isEqualTo(Outcome.APPROVE);
    }

    @Test
    void eachEffectHasItsOwnWinner() {
        var evaluation = judged(
                policy(
                        rule("Fee", always(), fee("5.00")),
                        rule("Approve", always(), approve(), fee("9.00"), new Effect.KeepItem(true))),
                Facts.none());
        assertThat(evaluation.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(evaluation.effects().fee()).isEqualTo(new Fee.Flat(euros("5.00"), Fee.Per.RETURN));
        assertThat(evaluation.effects().keepItem()).isTrue();
    }

    @Test
    void afterAFinalRuleThatHoldsNothingIsSetAnyMore() {
        var evaluation = judged(
                policy(
                        isFinal(rule("Stop here", always(), approve(), tag("a"))),
                        rule("Too late", always(), fee("5.00"), tag("b"))),
                Facts.none());
        assertThat(evaluation.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(evaluation.effects().fee().isCharged()).isFalse();
        assertThat(evaluation.effects().tags()).containsExactly("a");
    }

    @Test
    void aFinalRuleThatDoesNotHoldStopsNothing() {
        var policy = policy(isFinal(rule("No", never(), approve())), rule("Yes", always(), reject()));
        assertThat(outcome(policy, Facts.none())).isEqualTo(Outcome.REJECT);
    }

    @Test
    void anUnknownFinalRuleStopsEveryEffectNotYetSet() {
        var evaluation = judged(
                policy(
                        rule("Approve", always(), approve()),
                        isFinal(rule("Who knows", unknown(), tag("x"))),
                        rule("Fee", always(), fee("5.00"))),
                Facts.none());
        assertThat(evaluation.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(evaluation.because()).contains("Review instead of approval", "the fee is undetermined", "Who knows");
        assertThat(evaluation.effects().fee().isCharged()).isFalse();
        assertThat(evaluation.ruleEvaluation().undetermined())
                .doesNotContain(EffectKind.DECISION)
                .hasSize(12);
    }

    @Test
    void anUndeterminedFeeHoldsBackAnApprovalButNotARejection() {
        var fee = rule("Heavy", unknown(), fee("5.00"));
        assertThat(outcome(policy(fee, rule("Yes", always(), approve())), Facts.none()))
                .isEqualTo(Outcome.REVIEW);
        assertThat(outcome(policy(fee, rule("No", always(), reject())), Facts.none()))
                .isEqualTo(Outcome.REJECT);
    }

    @Test
    void anUndeterminedTeamOrTagOrEvidenceHoldsBackNothing() {
        var evaluation = judged(
                policy(
                        rule(
                                "Who",
                                unknown(),
                                new Effect.NotifyTeam("x"),
                                tag("t"),
                                new Effect.AskEvidence(new EvidenceWanted(1, false))),
                        rule("Yes", always(), approve())),
                Facts.none());
        assertThat(evaluation.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(evaluation.undetermined()).hasSize(3);
        assertThat(evaluation.effects()).isEqualTo(Effects.DEFAULTS);
    }

    @Test
    void tagsOfAllTrueRulesAddUp() {
        var evaluation = judged(
                policy(rule("1", always(), tag("a")), rule("2", never(), tag("b")), rule("3", always(), tag("c"))),
                Facts.none());
        assertThat(evaluation.effects().tags()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void aRuleSwitchedOffDoesNothing() {
        var policy = policy(switchedOff(rule("Off", always(), reject())), rule("On", always(), approve()));
        assertThat(outcome(policy, Facts.none())).isEqualTo(Outcome.APPROVE);
    }

    @Test
    void anEmptyListIsKnownToHoldNothing() {
        var vip = policy(
                rule("VIP", test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ANY, RuleFixtures.text("VIP")), reject()),
                rule("Rest", always(), approve()));
        assertThat(outcome(vip, Facts.none().texts(FactName.SHOPPER_TAGS, List.of())))
                .isEqualTo(Outcome.APPROVE);
        assertThat(outcome(vip, Facts.none().texts(FactName.SHOPPER_TAGS, List.of(" vip"))))
                .isEqualTo(Outcome.REJECT);
        assertThat(outcome(vip, Facts.none())).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void whetherAFactIsUnknownIsAlwaysKnown() {
        var policy = policy(rule("No vendor", test(FactName.ITEM_VENDOR, Operator.IS_UNKNOWN), approve()));
        assertThat(outcome(policy, Facts.none())).isEqualTo(Outcome.APPROVE);
        assertThat(outcome(policy, Facts.none().text(FactName.ITEM_VENDOR, "Acme")))
                .isEqualTo(Outcome.REVIEW);
    }

    @Test
    void theReturnFollowsItsItemOfHighestPriority() {
        var policy = policy(
                rule(
                        "Defect",
                        reasonIs(ReasonGroup.DEFECT),
                        review(),
                        new Effect.NotifyTeam("Lab"),
                        new Effect.Prioritise(Priority.URGENT)),
                rule(
                        "Rest",
                        reasonIs(ReasonGroup.SIZE),
                        approve(),
                        new Effect.NotifyTeam("Support"),
                        new Effect.AssignTo("Ann")));
        var items = List.of(ReasonGroup.SIZE, ReasonGroup.DEFECT, ReasonGroup.DEFECT).stream()
                .map(reason -> new ItemFacts(Ids.next(), Facts.none().choice(FactName.ITEM_REASON_GROUP, reason)))
                .map(item -> judged(policy, item.facts()).on(item, null))
                .toList();
        var judgement = new Judgement(null, items);
        assertThat(judgement.priority()).isEqualTo(Priority.URGENT);
        assertThat(judgement.team()).isEqualTo("Lab");
        assertThat(judgement.assignee()).isNull();
        assertThat(new Judgement(null, List.of()).priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void onlyTheRejectingRuleSpeaksToTheShopper() {
        var evaluation = judged(policy(rule("No", always(), reject())), Facts.none());
        assertThat(evaluation.shopperReason()).isEqualTo(Phrase.of("We cannot take this back."));
        assertThat(evaluation.because()).startsWith("Rule 1 “No”: ALWAYS reject");
    }

    private static Outcome outcome(Policy policy, Facts facts) {
        return judged(policy, facts).outcome();
    }
}
