package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Truth;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Truths of three values as two variables each, items that are remembered, and what people see of them. */
class TruthsAsClausesTests {
    /** All pairs of truths, as worlds that the solver is asked for. */
    @Test
    void allAndAnyKeepKleenesLaw() {
        var clauses = new Clauses(Long.MAX_VALUE);
        var one = truth(clauses);
        var other = truth(clauses);
        var all = EncodedTruth.all(clauses, List.of(one, other));
        var any = EncodedTruth.any(clauses, List.of(one, other));
        var none = any.not();
        for (var first : Truth.values()) {
            for (var second : Truth.values()) {
                var world = new int[] {
                    sign(one.isTrue(), first == Truth.TRUE), sign(one.isFalse(), first == Truth.FALSE),
                    sign(other.isTrue(), second == Truth.TRUE), sign(other.isFalse(), second == Truth.FALSE)
                };
                assertThat(clauses.ask(world)).isEqualTo(Clauses.Answer.YES);
                var holds = condition(first);
                var beside = condition(second);
                assertThat(said(clauses, all)).isEqualTo(new Condition.All(List.of(holds, beside)).truth(FACTS));
                assertThat(said(clauses, any)).isEqualTo(new Condition.Any(List.of(holds, beside)).truth(FACTS));
                assertThat(said(clauses, none)).isEqualTo(new Condition.None(List.of(holds, beside)).truth(FACTS));
            }
        }
    }

    private static final Facts FACTS = Facts.none().text(FactName.ITEM_SKU, "x");

    private static Condition condition(Truth truth) {
        return switch (truth) {
            case TRUE -> new Condition.Test(FactName.ITEM_SKU, Operator.EQUALS, List.of(text("x")));
            case FALSE -> new Condition.Test(FactName.ITEM_SKU, Operator.EQUALS, List.of(text("y")));
            case UNKNOWN -> new Condition.Test(FactName.ITEM_VENDOR, Operator.EQUALS, List.of(text("x")));
        };
    }

    private static EncodedTruth truth(Clauses clauses) {
        var truth = new EncodedTruth(clauses.variable(), clauses.variable());
        clauses.require(-truth.isTrue(), -truth.isFalse());
        return truth;
    }

    private static int sign(int literal, boolean holds) {
        return holds ? literal : -literal;
    }

    private static Truth said(Clauses clauses, EncodedTruth truth) {
        assertThat(clauses.isTrue(truth.isTrue()) && clauses.isTrue(truth.isFalse()))
                .isFalse();
        return clauses.isTrue(truth.isTrue())
                ? Truth.TRUE
                : clauses.isTrue(truth.isFalse()) ? Truth.FALSE : Truth.UNKNOWN;
    }

    @Test
    void whatIsKnownOrNeverKnownNeedsNoVariableOfItsOwn() {
        assertThat(EncodedTruth.known(7)).isEqualTo(new EncodedTruth(7, -7));
        assertThat(EncodedTruth.known(7).not()).isEqualTo(new EncodedTruth(-7, 7));
        assertThat(EncodedTruth.UNKNOWN.not()).isEqualTo(EncodedTruth.UNKNOWN);
        var clauses = new Clauses(Long.MAX_VALUE);
        assertThat(EncodedTruth.all(clauses, List.of())).isEqualTo(EncodedTruth.known(Clauses.TRUE));
        assertThat(EncodedTruth.any(clauses, List.of())).isEqualTo(EncodedTruth.known(Clauses.FALSE));
    }

    @Test
    void itemsAreRememberedWhileTheShopsConstraintsStayTheSame() {
        var here = FactConstraints.of(EUR);
        var memory = new RememberedItems(here);
        assertThat(memory.of(here, Set.of())).isEmpty();
        memory.keep(here, Set.of(), List.of(FACTS));
        assertThat(memory.of(FactConstraints.of(EUR), Set.of())).containsExactly(FACTS);
        assertThat(memory.of(new FactConstraints(EUR, Set.of(FactName.ITEM_SKU)), Set.of()))
                .isEmpty();
        var own =
                new CustomFact("custom.tier", FactType.TEXT, "tier", "", CustomFact.Source.ORDER, "tier", false, false);
        assertThat(memory.of(here, Set.of(own))).isEmpty();
        memory.keep(here, Set.of(own), List.of(FACTS));
        assertThat(memory.of(here, Set.of(own))).containsExactly(FACTS);
        assertThat(memory.of(here, Set.of())).isEmpty();
    }

    @Test
    void notMoreThanSomeHundredItemsAreRemembered() {
        var memory = new RememberedItems(FactConstraints.of(EUR));
        memory.keep(FactConstraints.of(EUR), Set.of(), java.util.Collections.nCopies(1_000, FACTS));
        assertThat(memory.of(FactConstraints.of(EUR), Set.of())).hasSize(400);
    }

    @Test
    void peopleSeeAnItemsFactsInWordsAndInTheFormInWhichTheyTryThem() {
        var item = FACTS.texts(FactName.ITEM_TAGS, List.of("a", "b")).withCustom("custom.tier", text("gold"));
        assertThat(WitnessFact.of(item))
                .containsExactly(
                        new WitnessFact("item.sku", List.of("x"), "the SKU", "“x”"),
                        new WitnessFact("item.tags", List.of("a", "b"), "the product's tags", "“a”, “b”"),
                        new WitnessFact("custom.tier", List.of("gold"), "custom.tier", "gold"));
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void whatCanHappenComesWithAnItemWhatCannotDoesNot(FindingKind kind) {
        var rules = List.of(new Finding.RuleAt(1, "r", "R"));
        var reachable = new Finding.Reachable(kind, rules, FACTS, Set.of(FactName.ITEM_SKU), "words");
        assertThat(reachable.severity())
                .isEqualTo(kind == FindingKind.STATUTORY_RISK ? FindingSeverity.WARNING : FindingSeverity.HINT);
        assertThat(reachable.witness()).extracting(WitnessFact::fact).containsExactly("item.sku");
        var dead = new Finding.DeadRule(kind, rules, List.of(), true, "words");
        assertThat(dead.witness()).isNull();
        assertThat(dead.severity())
                .isEqualTo(kind == FindingKind.NEVER_MATCHES ? FindingSeverity.ERROR : FindingSeverity.WARNING);
        assertThat(dead.effect()).isNull();
    }
}
