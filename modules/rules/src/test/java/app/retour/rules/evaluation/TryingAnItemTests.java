package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An item tried, and what is left of its trace once what was personal is erased. */
class TryingAnItemTests {
    private static final CustomFact TIER = new CustomFact(
            "custom.tier", FactType.TEXT, "the tier", "", CustomFact.Source.SHOPPER, "tier", true, false);

    @Test
    void aTryTellsTheJudgementAndTheTraceOfIt() {
        var compiled = CompiledPolicy.of(policy(rule("A", always(), approve(), new Effect.Prioritise(Priority.HIGH))));
        var item = new ItemFacts(Ids.next(), Facts.none(), List.of("a guard"));
        var tried = TryOut.of(compiled, item, 7, 1);
        assertThat(tried.judgement().itemRef()).isEqualTo(item.itemRef());
        assertThat(tried.judgement().decision()).as("nothing is stored").isNull();
        assertThat(tried.judgement().outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(tried.judgement().because()).isEqualTo("Sent to review: a guard");
        assertThat(tried.judgement().effects().priority()).isEqualTo(Priority.HIGH);
        assertThat(tried.trace().outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(tried.trace().because()).isEqualTo(tried.judgement().because());
        assertThat(tried.trace().afterwards()).containsExactly("Sent to review: a guard");
        assertThat(tried.trace().versionNumber()).isEqualTo(7);
        assertThat(tried.trace().semantics()).isEqualTo(1);
        var draft = TryOut.of(compiled, new ItemFacts(Ids.next(), Facts.none()));
        assertThat(draft.trace().versionNumber()).isNull();
        assertThat(draft.trace().semantics()).isEqualTo(Policy.SEMANTICS);
        assertThat(draft.judgement().outcome()).isEqualTo(Outcome.APPROVE);
    }

    @Test
    void whatWasPersonalIsBlankedWhereverItWasSeen() {
        var when = all(is(TIER, "gold"), test(FactName.ITEM_SKU, Operator.EQUALS, text("x")));
        var facts = Facts.none().with(TIER, new FactValue.Text("gold")).text(FactName.ITEM_SKU, "x");
        var trace = trace(facts, rule("A", when, approve()));
        var blanked = trace.without(List.of("custom.tier"), null);
        assertThat(blanked.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(blanked.because()).isEqualTo(trace.because());
        assertThat(blanked.facts().getLast().value()).isEqualTo("blanked at erasure");
        assertThat(blanked.facts().getLast().values()).isNull();
        assertThat(blanked.facts()).contains(new Trace.FactSeen(FactName.ITEM_SKU, "“x”", List.of("x")));
        assertThat(blanked.rules().getFirst().conditions())
                .extracting(Trace.ConditionTrace::seen)
                .containsExactly(null, "blanked at erasure", "“x”");
        assertThat(blanked.afterwards())
                .last()
                .asString()
                .endsWith("(custom.tier); the decision stands as it was made");
    }

    @Test
    void aDecisionThatNoLongerRecomputesIsToldAsItWasMade() {
        var trace = trace(Facts.none(), rule("A", is(TIER, "gold"), approve()));
        var blanked = trace.without(List.of("custom.tier", "custom.points"), Outcome.REJECT);
        assertThat(blanked.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(blanked.because())
                .isEqualTo(
                        "What was personal was blanked at erasure (custom.tier, custom.points); the decision stands as"
                                + " it was made and cannot be recomputed")
                .isEqualTo(blanked.afterwards().getLast());
        assertThat(blanked.rules()).hasSameSizeAs(trace.rules());
        assertThat(blanked.versionNumber()).isEqualTo(trace.versionNumber());
    }

    private static Condition is(Fact fact, String text) {
        return new Condition.Test(fact, Operator.EQUALS, List.of(text(text)));
    }

    private static Trace trace(Facts facts, Rule... rules) {
        var evaluation = RuleFixtures.judged(policy(rules), facts);
        return Tracing.of(policy(rules), facts, evaluation, 1, Policy.SEMANTICS);
    }
}
