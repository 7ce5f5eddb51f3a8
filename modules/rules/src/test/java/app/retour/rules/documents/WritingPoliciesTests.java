package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static app.retour.rules.evaluation.RuleFixtures.isFinal;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.switchedOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.kernel.Phrase;
import app.retour.kernel.Refusal;
import app.retour.rules.evaluation.RandomPolicies;
import app.retour.rules.policy.Bonus;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Rules as documents: what is written is read again as the same rule. */
class WritingPoliciesTests {
    static Stream<Effect> effects() {
        return Stream.of(
                approve(),
                new Effect.Decide(Outcome.REVIEW, Phrase.of("We look at it.")),
                new Effect.Decide(Outcome.REJECT, new Phrase("Too late.", new TreeMap<>(Map.of("de", "Zu spät.")))),
                new Effect.AllowResolutions(Set.of(Resolution.REFUND, Resolution.STORE_CREDIT)),
                new Effect.Charge(new Fee.Waived()),
                new Effect.Charge(new Fee.Flat(euros("4.50"), Fee.Per.UNIT)),
                new Effect.Charge(new Fee.Percent(new BigDecimal("12.5"), Fee.Per.RETURN)),
                new Effect.Ship(ReturnShipping.DEDUCTED),
                new Effect.KeepItem(true),
                new Effect.KeepItem(false),
                new Effect.AskEvidence(new EvidenceWanted(3, true)),
                new Effect.AskEvidence(EvidenceWanted.NOTHING),
                new Effect.GiveBonus(new Bonus.Flat(euros("5.00"))),
                new Effect.GiveBonus(new Bonus.Percent(BigDecimal.TEN)),
                new Effect.SendTo("B-2"),
                new Effect.RefundAt(RefundMoment.FIRST_SCAN),
                new Effect.AddTags(Set.of("a", "b")),
                new Effect.NotifyTeam("Lab"),
                new Effect.AssignTo("Ann"),
                new Effect.Prioritise(Priority.LOW));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void anEffectIsReadAsItWasWritten(Effect effect) {
        assertThat(again(rule("x", always(), effect)).then()).containsExactly(effect);
    }

    @Test
    void whetherARuleIsOnAndFinalIsKept() {
        var rule = rule("x", always(), approve());
        for (var one : List.of(rule, isFinal(rule), switchedOff(rule), switchedOff(isFinal(rule)))) {
            assertThat(again(one)).isEqualTo(one);
        }
    }

    @Test
    void aRuleWithoutAnIdGetsOneAndIsOnAndNotFinal() {
        var given = Map.of("name", " Name ", "when", Map.of("all", List.of()), "then", Map.of("keepItem", true));
        var rules = read(List.of(given, given)).rules();
        assertThat(rules.getFirst().id())
                .isNotBlank()
                .isNotEqualTo(rules.getLast().id());
        assertThat(rules.getFirst().name()).isEqualTo("Name");
        assertThat(rules.getFirst().enabled()).isTrue();
        assertThat(rules.getFirst().isFinal()).isFalse();
    }

    @Test
    void whatIsNotOneValueIsNotWrittenAsOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyWriter.text(FactValue.UNKNOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyWriter.text(new FactValue.Texts(List.of("a"))));
        assertThat(PolicyWriter.text(new FactValue.Quantity(new BigDecimal("1E+3"))))
                .isEqualTo("1000");
    }

    /** What nobody could save (empty groups, ends swapped, amounts of another currency) is refused, all else is the same again. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomPolicies.class)
    void aRuleThatCanBeReadIsReadAsItWasWritten(@ForAll Policy policy) {
        var legible = new ArrayList<Rule>();
        for (var rule : policy.rules()) {
            var written = JsonMapper.shared().writeValueAsString(PolicyWriter.write(List.of(rule)));
            try {
                var read = read(JsonMapper.shared().readValue(written, List.class))
                        .rules()
                        .getFirst();
                if (rule.when()
                        .facts()
                        .allMatch(fact -> fact.type() != FactType.TEXT
                                && fact.type() != FactType.TEXTS
                                && fact.type() != FactType.MONEY)) {
                    assertThat(read).isEqualTo(rule);
                }
                assertThat(PolicyWriter.write(List.of(read)).toString().replace(" ", ""))
                        .isEqualTo(PolicyWriter.write(List.of(rule)).toString().replace(" ", ""));
                legible.add(read);
            } catch (Refusal refused) {
                assertThat(refused.field()).startsWith("rules", "0", "when");
            }
        }
        assertThat(read(PolicyWriter.write(legible)).rules()).isEqualTo(legible);
    }

    private static Rule again(Rule rule) {
        return read(PolicyWriter.write(List.of(rule))).rules().getFirst();
    }

    private static Policy read(List<?> rules) {
        return new PolicyReader(EUR, RandomPolicies.VOCABULARY).read(DocumentPart.root(rules, "rules"));
    }

    @Test
    void amountsBelowZeroAreRefusedOfWhoeverWritesThemNowAndReadWhereTheyAreStored() {
        var test = Map.of("fact", "order.value", "operator", "LESS_THAN", "values", List.of("-1"));
        var rules = List.of(Map.of("name", "x", "when", Map.of("test", test), "then", Map.of("keepItem", true)));
        assertThat(new PolicyReader(EUR, Vocabulary.OF_THE_HOUSE)
                        .read(DocumentPart.root(rules, "rules"))
                        .rules()
                        .getFirst()
                        .when())
                .isInstanceOf(Condition.Test.class);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> PolicyReader.ofNew(EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(rules, "rules")))
                .withMessage("An amount is never below zero; give 0 or more");
    }
}
