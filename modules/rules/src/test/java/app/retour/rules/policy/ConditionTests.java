package app.retour.rules.policy;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.never;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static app.retour.rules.policy.Truth.FALSE;
import static app.retour.rules.policy.Truth.TRUE;
import static app.retour.rules.policy.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.rules.evaluation.RandomPolicies;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three truths, and groups of conditions that keep Kleene's law. */
class ConditionTests {
    private static final Facts FACTS = Facts.none().text(FactName.ITEM_SKU, "here");
    private static final Condition HOLDS = test(FactName.ITEM_SKU, Operator.EQUALS, text("here"));
    private static final Condition FAILS = test(FactName.ITEM_SKU, Operator.EQUALS, text("elsewhere"));
    private static final Condition OPEN = test(FactName.ITEM_VENDOR, Operator.EQUALS, text("x"));
    private static final Condition OPEN_TOO = test(FactName.ITEM_WEIGHT, Operator.AT_MOST, number(1));

    private static Condition of(Truth truth) {
        return switch (truth) {
            case TRUE -> HOLDS;
            case FALSE -> FAILS;
            case UNKNOWN -> OPEN;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE", "TRUE, FALSE, FALSE, TRUE", "TRUE, UNKNOWN, UNKNOWN, TRUE",
        "FALSE, TRUE, FALSE, TRUE", "FALSE, FALSE, FALSE, FALSE", "FALSE, UNKNOWN, FALSE, UNKNOWN",
        "UNKNOWN, TRUE, UNKNOWN, TRUE", "UNKNOWN, FALSE, FALSE, UNKNOWN", "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void twoTruthsMakeOne(Truth one, Truth other, Truth both, Truth either) {
        assertThat(one.and(other)).isEqualTo(both);
        assertThat(one.or(other)).isEqualTo(either);
        assertThat(all(of(one), of(other)).truth(FACTS)).isEqualTo(both);
        assertThat(any(of(one), of(other)).truth(FACTS)).isEqualTo(either);
        assertThat(none(of(one), of(other)).truth(FACTS)).isEqualTo(either.not());
    }

    @Test
    void whatNobodyKnowsTurnedAroundNobodyKnowsEither() {
        assertThat(TRUE.not()).isEqualTo(FALSE);
        assertThat(FALSE.not()).isEqualTo(TRUE);
        assertThat(UNKNOWN.not()).isEqualTo(UNKNOWN);
        assertThat(Truth.of(true)).isEqualTo(TRUE);
        assertThat(Truth.of(false)).isEqualTo(FALSE);
    }

    @Test
    void emptyGroups() {
        assertThat(always().truth(FACTS)).isEqualTo(TRUE);
        assertThat(never().truth(FACTS)).isEqualTo(FALSE);
        assertThat(none().truth(FACTS)).isEqualTo(TRUE);
    }

    @Test
    void whatIsMissingIsNamedOnceAndInOrder() {
        assertThat(all(OPEN, HOLDS, any(OPEN_TOO, FAILS), OPEN).missing(FACTS))
                .containsExactly(FactName.ITEM_VENDOR, FactName.ITEM_WEIGHT);
        assertThat(none(OPEN).missing(FACTS)).containsExactly(FactName.ITEM_VENDOR);
        assertThat(OPEN.missing(FACTS)).containsExactly(FactName.ITEM_VENDOR);
    }

    @Test
    void nothingIsMissingWhereOneKnowsAllTheSame() {
        assertThat(all(OPEN, FAILS).missing(FACTS)).isEmpty();
        assertThat(any(OPEN, HOLDS).missing(FACTS)).isEmpty();
        assertThat(all(HOLDS).missing(FACTS)).isEmpty();
        assertThat(any(all(OPEN, FAILS), OPEN_TOO).missing(FACTS))
                .as("of a part that is false nothing is missing")
                .containsExactly(FactName.ITEM_WEIGHT);
    }

    @Test
    void factsAndTestsComeInOrderOfMention() {
        var condition = all(HOLDS, none(OPEN, any(OPEN_TOO)), HOLDS);
        assertThat(condition.facts())
                .containsExactly(FactName.ITEM_SKU, FactName.ITEM_VENDOR, FactName.ITEM_WEIGHT, FactName.ITEM_SKU);
        assertThat(condition.tests())
                .containsExactly(
                        (Condition.Test) HOLDS, (Condition.Test) OPEN, (Condition.Test) OPEN_TOO, (Condition.Test)
                                HOLDS);
    }

    @Test
    void aComparisonThatTheFactDoesNotKnowCannotBeBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test(FactName.ITEM_SKU, Operator.LESS_THAN, text("x")))
                .withMessageContaining("item.sku LESS_THAN");
        assertThatIllegalArgumentException().isThrownBy(() -> test(FactName.ITEM_SKU, Operator.EQUALS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test(FactName.ITEM_SKU, Operator.EQUALS, text("x"), text("y")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test(FactName.ITEM_QUANTITY, Operator.BETWEEN, number(1)));
    }

    @Test
    void aGroupCannotBeChangedFromOutside() {
        var parts = new ArrayList<>(List.of(HOLDS));
        var groups = List.of(new Condition.All(parts), new Condition.Any(parts), new Condition.None(parts));
        parts.add(FAILS);
        assertThat(groups)
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.tests()).hasSize(1));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((Condition.All) groups.getFirst()).parts().add(FAILS));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomPolicies.class)
    void somethingIsMissingJustWhereNobodyKnows(@ForAll Policy policy, @ForAll Facts facts) {
        for (var rule : policy.rules()) {
            assertThat(rule.when().missing(facts).isEmpty())
                    .isEqualTo(rule.when().truth(facts) != UNKNOWN);
            assertThat(rule.when().facts().toList()).containsAll(rule.when().missing(facts));
        }
    }

    /** De Morgan: none of them holds just when not any of them does. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomPolicies.class)
    void noneIsTheOppositeOfAny(@ForAll Policy policy, @ForAll Facts facts) {
        var parts = policy.rules().stream().map(Rule::when).toList();
        assertThat(new Condition.None(parts).truth(facts))
                .isEqualTo(new Condition.Any(parts).truth(facts).not());
        assertThat(new Condition.All(parts.stream()
                                .map(part -> (Condition) new Condition.None(List.of(part)))
                                .toList())
                        .truth(facts))
                .isEqualTo(new Condition.None(parts).truth(facts));
    }
}
