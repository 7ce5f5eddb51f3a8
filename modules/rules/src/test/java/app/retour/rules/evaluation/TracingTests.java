package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.isFinal;
import static app.retour.rules.evaluation.RuleFixtures.never;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.switchedOff;
import static app.retour.rules.evaluation.RuleFixtures.tag;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static app.retour.rules.evaluation.RuleFixtures.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.kernel.Money;
import app.retour.rules.evaluation.Trace.EffectFate;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why an item got what it got: each rule, each condition with the value it saw, each effect with its fate. */
class TracingTests {
    private static final CustomFact TIER = new CustomFact(
            "custom.tier", FactType.TEXT, "the tier", "", CustomFact.Source.SHOPPER, "tier", true, false);

    @Test
    void theFirstTrueRuleWinsAndLaterOnesAreOverridden() {
        fate(
                Facts.none(),
                EffectKind.DECISION,
                EffectFate.WON,
                "The first rule that sets it and is true",
                rule("A", always(), approve()));
        fate(
                Facts.none(),
                EffectKind.DECISION,
                EffectFate.OVERRIDDEN,
                "Rule 1 “A” had set it",
                rule("A", always(), approve()),
                rule("B", always(), reject()));
    }

    @Test
    void aRuleThatDoesNotHoldOrNobodyCanTellSaysSo() {
        fate(
                Facts.none(),
                EffectKind.DECISION,
                EffectFate.NOT_TRUE,
                "Its conditions do not hold",
                rule("A", never(), approve()));
        fate(
                Facts.none(),
                EffectKind.DECISION,
                EffectFate.UNDETERMINED,
                "Nobody can say whether its conditions hold",
                rule("A", unknown(), approve()));
    }

    @Test
    void whatComesBehindSomethingUnknownStaysOpen() {
        fate(
                Facts.none(),
                EffectKind.DECISION,
                EffectFate.BEHIND_UNKNOWN,
                "Rule 1 “A” cannot be decided with what is known, so this stays open",
                rule("A", unknown(), approve()),
                rule("B", always(), reject()));
        fate(
                Facts.none(),
                EffectKind.FEE,
                EffectFate.BEHIND_UNKNOWN,
                "Rule 1 “A” cannot be decided with what is known, so this stays open",
                isFinal(rule("A", unknown(), tag("x"))),
                rule("B", always(), fee("5.00")));
    }

    @Test
    void whatComesBehindAFinalRuleIsSetByNobody() {
        fate(
                Facts.none(),
                EffectKind.FEE,
                EffectFate.BEHIND_FINAL,
                "Rule 1 “A” is final and held",
                isFinal(rule("A", always(), approve())),
                rule("B", always(), fee("5.00")));
        fate(
                Facts.none(),
                EffectKind.DECISION,
                EffectFate.WON,
                "The first rule that sets it and is true",
                isFinal(rule("A", always(), approve())));
    }

    @Test
    void aRuleSwitchedOffSaysSoWhateverItsConditions() {
        fate(
                Facts.none(),
                EffectKind.DECISION,
                EffectFate.SWITCHED_OFF,
                "The rule is switched off",
                switchedOff(rule("A", always(), approve())));
        var trace = trace(Facts.none(), switchedOff(rule("A", always(), approve())));
        assertThat(trace.rules().getFirst().truth())
                .as("its truth is told all the same")
                .isEqualTo(Truth.TRUE);
        assertThat(trace.rules().getFirst().enabled()).isFalse();
    }

    @Test
    void tagsOfSeveralRulesAllWin() {
        var trace = trace(
                Facts.none(),
                rule("A", always(), tag("a")),
                rule("B", always(), tag("b")),
                rule("C", never(), tag("c")));
        assertThat(trace.rules())
                .extracting(one -> one.effects().getFirst().fate())
                .containsExactly(EffectFate.WON, EffectFate.WON, EffectFate.NOT_TRUE);
        assertThat(trace.rules().getFirst().effects().getFirst().sentence()).isEqualTo("tag “a”");
    }

    @Test
    void groupsStandBeforeTheirPartsAndPartsSayWhatTheySaw() {
        var when = all(
                test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("100.00")),
                any(none(test(FactName.ITEM_SKU, Operator.EQUALS, text("x"))), unknown()));
        var facts = Facts.none().money(FactName.ORDER_VALUE, euros("50.00")).text(FactName.ITEM_SKU, "y");
        assertThat(trace(facts, rule("A", when, approve())).rules().getFirst().conditions())
                .extracting(
                        Trace.ConditionTrace::depth,
                        Trace.ConditionTrace::sentence,
                        Trace.ConditionTrace::truth,
                        Trace.ConditionTrace::seen)
                .containsExactly(
                        row(0, "all of", Truth.TRUE, null),
                        row(1, "the order value is under €100", Truth.TRUE, "€50"),
                        row(1, "any of", Truth.TRUE, null),
                        row(2, "none of", Truth.TRUE, null),
                        row(3, "the SKU is “x”", Truth.FALSE, "“y”"),
                        row(2, "the vendor is “nobody knows”", Truth.UNKNOWN, "unknown"));
    }

    private static Tuple row(int depth, String sentence, Truth truth, @Nullable String seen) {
        return tuple(depth, sentence, truth, seen);
    }

    @Test
    void everyFactOfTheVocabularyIsToldAndThoseOfTheMerchantThatARuleReads() {
        var reads = is(TIER, "gold");
        var trace = trace(Facts.none().with(TIER, new FactValue.Text("gold")), rule("A", reads, approve()));
        assertThat(trace.facts()).hasSize(FactName.values().length + 1);
        var last = trace.facts().getLast();
        assertThat(last.fact()).isEqualTo(TIER);
        assertThat(last.value()).isEqualTo("“gold”");
        assertThat(last.values()).containsExactly("gold");
        assertThat(trace(Facts.none(), rule("A", always(), approve())).facts()).hasSize(FactName.values().length);
    }

    private static Condition is(Fact fact, String text) {
        return new Condition.Test(fact, Operator.EQUALS, List.of(text(text)));
    }

    @Test
    void aFactIsToldInWordsAndInTheFormInWhichItCanBeTriedAgain() {
        var facts = Facts.none()
                .money(FactName.ORDER_VALUE, euros("50.00"))
                .money(FactName.ORDER_TOTAL, Money.of("60.00", "USD"))
                .texts(FactName.ITEM_TAGS, List.of("a", "b"))
                .number(FactName.ITEM_DAYS_SINCE_ORDER, 1);
        var trace = trace(facts, rule("A", always(), approve()));
        seen(trace, FactName.ORDER_VALUE, "€50", List.of("50.00"));
        seen(trace, FactName.ORDER_TOTAL, "$60", null);
        seen(trace, FactName.ITEM_TAGS, "“a”, “b”", List.of("a", "b"));
        seen(trace, FactName.ITEM_DAYS_SINCE_ORDER, "1 day", List.of("1"));
        seen(trace, FactName.ITEM_SKU, null, null);
    }

    private static void seen(Trace trace, FactName name, @Nullable String value, @Nullable List<String> values) {
        assertThat(trace.facts()).contains(new Trace.FactSeen(name, value, values));
    }

    @Test
    void theLawsWordComesAfterTheGuards() {
        var facts = Facts.none().choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL);
        var trace = trace(facts, rule("No", always(), reject()));
        assertThat(trace.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(trace.afterwards()).containsExactly(trace.because());
        assertThat(trace.rules().getFirst().sentence()).startsWith("ALWAYS reject");
        assertThat(trace.rules().getFirst().position()).isOne();
        assertThat(trace.rules().getFirst().ruleId()).isEqualTo("No");
    }

    private static void fate(Facts facts, EffectKind kind, EffectFate fate, String why, Rule... rules) {
        var last = trace(facts, rules).rules().getLast();
        assertThat(last.effects())
                .filteredOn(effect -> effect.kind() == kind)
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.fate()).isEqualTo(fate);
                    assertThat(effect.why()).isEqualTo(why);
                });
    }

    private static Trace trace(Facts facts, Rule... rules) {
        var evaluation = RuleFixtures.judged(policy(rules), facts);
        return Tracing.of(policy(rules), facts, evaluation, 1, Policy.SEMANTICS);
    }
}
