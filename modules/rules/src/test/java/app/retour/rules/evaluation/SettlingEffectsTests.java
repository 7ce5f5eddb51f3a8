package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.isFinal;
import static app.retour.rules.evaluation.RuleFixtures.never;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.switchedOff;
import static app.retour.rules.evaluation.RuleFixtures.tag;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static app.retour.rules.evaluation.RuleFixtures.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Bonus;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each effect goes down the list by itself: who set it, who left it open, and what holds where nobody did. */
class SettlingEffectsTests {
    private static final List<Effect> ONE_OF_EACH = List.of(
            approve(),
            new Effect.AllowResolutions(Set.of(Resolution.EXCHANGE)),
            fee("5.00"),
            new Effect.Ship(ReturnShipping.DEDUCTED),
            new Effect.KeepItem(true),
            new Effect.AskEvidence(new EvidenceWanted(2, true)),
            new Effect.GiveBonus(new Bonus.Percent(BigDecimal.TEN)),
            new Effect.SendTo("WAREHOUSE-2"),
            new Effect.RefundAt(RefundMoment.RECEIPT),
            tag("a"),
            new Effect.NotifyTeam("Lab"),
            new Effect.AssignTo("Ann"),
            new Effect.Prioritise(Priority.URGENT));

    @Test
    void oneRuleMaySetThemAll() {
        var effects = evaluate(rule("All", always(), ONE_OF_EACH.toArray(Effect[]::new)))
                .effects();
        assertThat(effects)
                .isEqualTo(new Effects(
                        Set.of(Resolution.EXCHANGE),
                        new Fee.Flat(euros("5.00"), Fee.Per.RETURN),
                        ReturnShipping.DEDUCTED,
                        true,
                        new EvidenceWanted(2, true),
                        new Bonus.Percent(BigDecimal.TEN),
                        "WAREHOUSE-2",
                        RefundMoment.RECEIPT,
                        Set.of("a"),
                        "Lab",
                        "Ann",
                        Priority.URGENT));
    }

    @Test
    void whereNobodySetsAnythingTheDefaultsHold() {
        assertThat(evaluate().effects()).isEqualTo(Effects.DEFAULTS);
        assertThat(evaluate(rule("No", never(), ONE_OF_EACH.toArray(Effect[]::new)))
                        .effects())
                .isEqualTo(Effects.DEFAULTS);
        assertThat(Effects.DEFAULTS.refundMoment()).isEqualTo(RefundMoment.INSPECTION);
        assertThat(Effects.DEFAULTS.priority()).isEqualTo(Priority.NORMAL);
    }

    @ParameterizedTest
    @EnumSource(EffectKind.class)
    void eachIsSettledByItselfWhoeverSettlesTheOthers(EffectKind kind) {
        var effect = of(kind);
        var others = ONE_OF_EACH.stream().filter(one -> one.kind() != kind).toArray(Effect[]::new);
        var evaluation = evaluate(
                rule("Others", always(), others),
                rule("Open", unknown(), effect),
                rule("Late", always(), ONE_OF_EACH.toArray(Effect[]::new)));
        for (var one : EffectKind.values()) {
            assertThat(evaluation.settled(one).winner()).as(one.label()).isEqualTo(one == kind ? -1 : 0);
            assertThat(evaluation.settled(one).opener()).as(one.label()).isEqualTo(one == kind ? 1 : -1);
            assertThat(evaluation.isOpen(one)).isEqualTo(one == kind);
        }
        assertThat(evaluation.undetermined()).containsExactly(kind);
        assertThat(evaluation.winner(kind)).isNull();
    }

    private static Effect of(EffectKind kind) {
        return ONE_OF_EACH.stream()
                .filter(effect -> effect.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyKindIsOneOfTheEffects() {
        assertThat(ONE_OF_EACH).extracting(Effect::kind).containsExactly(EffectKind.values());
    }

    @Test
    void tagsAddUpUntilAFinalRuleOrOneThatNobodyCanTell() {
        assertThat(evaluate(rule("A", always(), tag("a")), rule("B", always(), tag("b")))
                        .tags())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(evaluate(isFinal(rule("A", always(), tag("a"))), rule("B", always(), tag("b")))
                        .tags())
                .containsExactly("a");
        var open =
                evaluate(rule("A", always(), tag("a")), rule("B", unknown(), tag("b")), rule("C", always(), tag("c")));
        assertThat(open.tags()).containsExactly("a");
        assertThat(open.settled(EffectKind.TAGS)).isEqualTo(new RuleEvaluation.Settled(0, 1));
    }

    @Test
    void aFinalRuleThatHoldsEndsTheListAndOneThatNobodyCanTellOpensTheRest() {
        var ended = evaluate(isFinal(rule("A", always(), tag("a"))), rule("B", always(), approve()));
        assertThat(ended.finalAt()).isZero();
        assertThat(ended.undetermined()).isEmpty();
        assertThat(ended.decision()).isNull();
        var open = evaluate(
                rule("A", always(), approve()),
                isFinal(rule("B", unknown(), tag("b"))),
                rule("C", always(), fee("1.00")));
        assertThat(open.finalAt()).isNegative();
        assertThat(open.undetermined()).hasSize(EffectKind.values().length - 1).doesNotContain(EffectKind.DECISION);
        assertThat(open.settled(EffectKind.FEE).opener()).isOne();
    }

    @Test
    void placesCountRulesThatAreSwitchedOff() {
        var evaluation = evaluate(switchedOff(rule("Off", always(), reject())), rule("On", always(), approve()));
        assertThat(evaluation.settled(EffectKind.DECISION)).isEqualTo(RuleEvaluation.Settled.by(1));
        assertThat(evaluation.decision()).isEqualTo(approve());
    }

    @Test
    void theDecisionAloneIsSettledAsWithAllEffects() {
        decides(-1, -1);
        decides(0, -1, rule("A", always(), approve()));
        decides(1, -1, rule("A", always(), fee("1.00")), rule("B", always(), approve()));
        decides(-1, 0, rule("A", unknown(), approve()), rule("B", always(), reject()));
        decides(-1, -1, isFinal(rule("A", always(), fee("1.00"))), rule("B", always(), reject()));
        decides(-1, 0, isFinal(rule("A", unknown(), fee("1.00"))), rule("B", always(), reject()));
        decides(1, -1, rule("A", unknown(), fee("1.00")), rule("B", always(), reject()));
        decides(1, -1, isFinal(rule("A", never(), fee("1.00"))), rule("B", always(), reject()));
        decides(0, -1, isFinal(rule("A", always(), approve())), rule("B", always(), reject()));
    }

    private static void decides(int winner, int opener, Rule... rules) {
        var expected = new RuleEvaluation.Settled(winner, opener);
        assertThat(CompiledPolicy.of(policy(rules)).decision(Facts.none())).isEqualTo(expected);
        assertThat(evaluate(rules).settled(EffectKind.DECISION)).isEqualTo(expected);
        assertThat(expected.isWon()).isEqualTo(winner >= 0);
        assertThat(expected.isOpen()).isEqualTo(opener >= 0);
    }

    /** First matches anywhere in lists of every length about the borders of a word of bits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 66, 128, 129, 192, 257, 400})
    void theFirstMatchIsFoundWhereverItStands(int size) {
        var rules = new ArrayList<Rule>();
        for (var index = 0; index < size; index++) {
            var when = test(FactName.ITEM_SKU, Operator.ONE_OF, text("sku " + index), text("any"));
            rules.add(rule("Rule " + index, when, index % 2 == 0 ? approve() : review(), fee((1 + index) + ".00")));
        }
        var compiled = CompiledPolicy.of(new Policy(EUR, rules));
        for (var index : List.of(0, size / 2, size - 1)) {
            var facts = Facts.none().text(FactName.ITEM_SKU, "SKU " + index);
            assertThat(compiled.decision(facts)).isEqualTo(RuleEvaluation.Settled.by(index));
            assertThat(compiled.evaluate(facts).settled(EffectKind.FEE)).isEqualTo(RuleEvaluation.Settled.by(index));
        }
        assertThat(compiled.decision(Facts.none().text(FactName.ITEM_SKU, "any")))
                .isEqualTo(RuleEvaluation.Settled.by(0));
        assertThat(compiled.decision(Facts.none().text(FactName.ITEM_SKU, "none")))
                .isEqualTo(RuleEvaluation.Settled.NOT_SAID);
        assertThat(compiled.decision(Facts.none())).isEqualTo(RuleEvaluation.Settled.openFor(0));
        assertThat(compiled.policy().rules()).isEqualTo(rules);
    }

    @Test
    void amongManyTheDecisionLooksOnlyAtRulesThatDecideOrEnd() {
        var rules = new ArrayList<Rule>();
        for (var index = 0; index < 130; index++) {
            var when = test(FactName.ITEM_QUANTITY, Operator.AT_LEAST, number(index));
            rules.add(index == 129 ? rule("Last", when, reject()) : rule("Rule " + index, when, fee("1.00")));
        }
        rules.add(70, isFinal(rule("End", test(FactName.ITEM_QUANTITY, Operator.EQUALS, number(70)), tag("x"))));
        var compiled = CompiledPolicy.of(new Policy(EUR, rules));
        assertThat(compiled.decision(Facts.none().number(FactName.ITEM_QUANTITY, 500)))
                .isEqualTo(RuleEvaluation.Settled.by(130));
        assertThat(compiled.decision(Facts.none().number(FactName.ITEM_QUANTITY, 70)))
                .isEqualTo(RuleEvaluation.Settled.NOT_SAID);
        assertThat(compiled.decision(Facts.none())).isEqualTo(RuleEvaluation.Settled.openFor(70));
    }

    @Test
    void evaluationsAreTheSameWhenTheirPlacesAre() {
        var one = evaluate(rule("A", always(), approve()), rule("B", always(), tag("b")));
        var same = evaluate(rule("A", always(), reject()), rule("B", always(), tag("c")));
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(evaluate(rule("A", never(), approve()), rule("B", always(), tag("b"))));
        assertThat(one).isNotEqualTo(evaluate(rule("A", always(), approve(), tag("a")), rule("B", always(), tag("b"))));
        var ended = evaluate(rule("A", always(), approve()), isFinal(rule("B", always(), tag("b"))));
        assertThat(one).isNotEqualTo(ended).doesNotHaveSameHashCodeAs(ended);
    }

    private static RuleEvaluation evaluate(Rule... rules) {
        return RuleEvaluation.of(policy(rules), Facts.none());
    }
}
