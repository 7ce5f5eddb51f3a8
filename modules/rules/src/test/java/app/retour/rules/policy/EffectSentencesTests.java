package app.retour.rules.policy;

import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.kernel.Phrase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What rules set, as people would say it. */
class EffectSentencesTests {
    @Test
    void eachEffectHasItsSentence() {
        var sentences = new LinkedHashMap<Effect, String>();
        sentences.put(approve(), "approve");
        sentences.put(new Effect.Decide(Outcome.REVIEW, null), "send to review");
        sentences.put(new Effect.Decide(Outcome.REJECT, Phrase.of("Too late.")), "reject (“Too late.”)");
        sentences.put(new Effect.AllowResolutions(Set.of(Resolution.REFUND)), "allow only a refund");
        sentences.put(
                new Effect.AllowResolutions(EnumSet.allOf(Resolution.class)),
                "allow only a refund or an exchange or store credit");
        sentences.put(new Effect.Charge(new Fee.Waived()), "charge no fee");
        sentences.put(fee("4.50"), "charge a fee of €4.50 per return");
        sentences.put(
                new Effect.Charge(new Fee.Percent(new BigDecimal("7.50"), Fee.Per.ITEM)), "charge a 7.5% fee per item");
        sentences.put(new Effect.Charge(new Fee.Flat(euros("1000"), Fee.Per.UNIT)), "charge a fee of €1,000 per unit");
        sentences.put(new Effect.Ship(ReturnShipping.MERCHANT), "pay for return shipping");
        sentences.put(new Effect.Ship(ReturnShipping.DEDUCTED), "take return shipping off the refund");
        sentences.put(new Effect.Ship(ReturnShipping.SHOPPER), "let the shopper pay for return shipping");
        sentences.put(new Effect.KeepItem(true), "let the shopper keep the item");
        sentences.put(new Effect.KeepItem(false), "have the item sent back");
        sentences.put(new Effect.AskEvidence(new EvidenceWanted(1, false)), "ask for a photo");
        sentences.put(new Effect.AskEvidence(new EvidenceWanted(3, true)), "ask for 3 photos and a comment");
        sentences.put(new Effect.AskEvidence(new EvidenceWanted(0, true)), "ask for a comment");
        sentences.put(new Effect.AskEvidence(EvidenceWanted.NOTHING), "ask for no evidence");
        sentences.put(new Effect.GiveBonus(new Bonus.Flat(euros("5"))), "give €5 extra as store credit");
        sentences.put(new Effect.GiveBonus(new Bonus.Percent(BigDecimal.TEN)), "give 10% extra as store credit");
        sentences.put(new Effect.SendTo("B-2"), "send it to “B-2”");
        sentences.put(tag("b"), "tag “b”");
        sentences.put(new Effect.AddTags(Set.of("b", "a")), "tag “a”, “b”");
        sentences.put(new Effect.NotifyTeam("Lab"), "notify “Lab”");
        sentences.put(new Effect.AssignTo("Ann"), "assign it to “Ann”");
        sentences.put(new Effect.Prioritise(Priority.URGENT), "give it urgent priority");
        sentences.forEach((effect, words) -> assertThat(Sentences.of(effect)).isEqualTo(words));
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVAL, refund on approval",
        "FIRST_SCAN, refund at the carrier's first scan",
        "DELIVERY, refund on delivery",
        "RECEIPT, refund on receipt",
        "INSPECTION, refund after inspection"
    })
    void aRefundFallsDueAtAMoment(RefundMoment moment, String words) {
        assertThat(Sentences.of(new Effect.RefundAt(moment))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"APPROVE, approved", "REVIEW, sent to review", "REJECT, rejected"})
    void anItemIsSomethingAfterADecision(Outcome outcome, String words) {
        assertThat(Sentences.done(outcome)).isEqualTo(words);
    }

    @Test
    void whatAnItemGotIsToldInOrderWithoutDefaults() {
        assertThat(Effects.DEFAULTS.sentences()).isEmpty();
        var all = new Effects(
                Set.of(Resolution.EXCHANGE),
                new Fee.Flat(euros("5.00"), Fee.Per.ITEM),
                ReturnShipping.SHOPPER,
                true,
                new EvidenceWanted(2, false),
                new Bonus.Percent(BigDecimal.TEN),
                "B-2",
                RefundMoment.RECEIPT,
                Set.of("x"),
                "Lab",
                "Ann",
                Priority.HIGH);
        assertThat(all.sentences())
                .containsExactly(
                        "allow only an exchange",
                        "charge a fee of €5 per item",
                        "let the shopper pay for return shipping",
                        "let the shopper keep the item",
                        "ask for 2 photos",
                        "give 10% extra as store credit",
                        "send it to “B-2”",
                        "refund on receipt",
                        "tag “x”",
                        "notify “Lab”",
                        "assign it to “Ann”",
                        "give it high priority");
        assertThat(all.charging(new Fee.Waived()).sentences()).hasSize(11).noneMatch(words -> words.contains("fee"));
        assertThat(all.shippedBy(ReturnShipping.MERCHANT).sentences())
                .hasSize(12)
                .contains("pay for return shipping");
    }

    @Test
    void changingOneEffectLeavesTheOthers() {
        var fee = new Fee.Flat(euros("5.00"), Fee.Per.ITEM);
        assertThat(Effects.DEFAULTS.charging(fee).fee()).isEqualTo(fee);
        assertThat(Effects.DEFAULTS.charging(fee).charging(new Fee.Waived())).isEqualTo(Effects.DEFAULTS);
        assertThat(Effects.DEFAULTS.shippedBy(ReturnShipping.SHOPPER).charging(fee))
                .isEqualTo(Effects.DEFAULTS.charging(fee).shippedBy(ReturnShipping.SHOPPER));
    }

    @Test
    void aRuleKeepsItsEffectsInOrderAndEachKindOnce() {
        var rule = rule("x", always(), tag("t"), fee("1.00"), reject());
        assertThat(rule.then())
                .extracting(Effect::kind)
                .containsExactly(EffectKind.DECISION, EffectKind.FEE, EffectKind.TAGS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("Twice", always(), approve(), reject()))
                .withMessage("Rule Twice sets an effect twice");
        assertThat(rule.whenSentence()).isEqualTo("always");
        assertThat(rule.effectSentences()).hasSize(3).last().isEqualTo("tag “t”");
    }

    @ParameterizedTest
    @EnumSource(EffectKind.class)
    void moneyAndWhatTheShopperGetsHoldBackAnApproval(EffectKind kind) {
        var material = Set.of("RESOLUTIONS", "FEE", "RETURN_SHIPPING", "KEEP_ITEM", "BONUS", "REFUND_MOMENT");
        assertThat(kind.isMaterial()).isEqualTo(material.contains(kind.name()));
        assertThat(kind.isPlural()).isEqualTo(kind.label().endsWith("s"));
    }

    @ParameterizedTest
    @CsvSource({"10.00, 10", "7.50, 7.5", "100, 100", "0.125000, 0.125"})
    void aRateIsKeptWithoutItsLastZerosSoThatTheSameIsTheSame(BigDecimal rate, BigDecimal kept) {
        assertThat(new Fee.Percent(rate, Fee.Per.ITEM)).isEqualTo(new Fee.Percent(kept, Fee.Per.ITEM));
        assertThat(new Bonus.Percent(rate).rate()).isEqualTo(kept);
        assertThat(new Bonus.Percent(rate))
                .isEqualTo(new Bonus.Percent(kept))
                .hasSameHashCodeAs(new Bonus.Percent(kept));
    }

    @Test
    void onlyAWaivedFeeIsNoFeeAndOnlyNothingIsNoEvidence() {
        assertThat(new Fee.Waived().isCharged()).isFalse();
        assertThat(new Fee.Percent(BigDecimal.ONE, Fee.Per.RETURN).isCharged()).isTrue();
        assertThat(EvidenceWanted.NOTHING.isWanted()).isFalse();
        assertThat(new EvidenceWanted(1, false).isWanted()).isTrue();
        assertThat(new EvidenceWanted(0, true).isWanted()).isTrue();
    }

    @Test
    void setsGivenToEffectsCannotBeChangedLater() {
        var tags = new HashSet<>(Arrays.asList("a", "b"));
        var allowed = EnumSet.of(Resolution.REFUND);
        var effects = List.of(new Effect.AddTags(tags), new Effect.AllowResolutions(allowed));
        tags.clear();
        allowed.clear();
        assertThat(effects)
                .isEqualTo(List.of(
                        new Effect.AddTags(Set.of("a", "b")), new Effect.AllowResolutions(Set.of(Resolution.REFUND))));
    }

    @Test
    void anEmptyPolicyReadsNothing() {
        assertThat(Policy.empty().rules()).isEmpty();
        assertThat(Policy.empty().customFacts()).isEmpty();
    }
}
