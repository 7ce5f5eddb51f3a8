package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.evaluation.NaiveInterpreter;
import app.retour.rules.evaluation.RandomPolicies;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Whoever copies an item's facts out of a trace and tries them gets the answer that the item got. */
@Domain(RandomPolicies.class)
class TryingFactsTests {
    private static final List<Fact> ALL = RandomPolicies.VOCABULARY.known().toList();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void factsThatAreWrittenAreReadAsTheSame(@ForAll Facts facts) {
        var own = inEuros(facts);
        var written = FactsWriter.write(own, ALL);
        assertThat(written).hasSize((int)
                ALL.stream().filter(fact -> own.get(fact).isKnown()).count());
        var read = read(written);
        for (var fact : ALL) {
            assertThat(same(read.get(fact))).as(fact.key()).isEqualTo(same(own.get(fact)));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theyAreJudgedAlike(@ForAll Policy policy, @ForAll Facts facts) {
        var own = inEuros(facts);
        var tried = read(FactsWriter.write(own, ALL));
        var one = RuleFixtures.judged(policy, own);
        var other = RuleFixtures.judged(policy, tried);
        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(other.effects()).isEqualTo(one.effects());
        assertThat(new NaiveInterpreter(policy, tried).answer(EffectKind.DECISION))
                .isEqualTo(new NaiveInterpreter(policy, own).answer(EffectKind.DECISION));
    }

    private static Facts read(List<?> written) {
        return new FactsReader(EUR, RandomPolicies.VOCABULARY).read(DocumentPart.root(written, "facts"));
    }

    /** An amount of another currency cannot be tried. */
    private static Facts inEuros(Facts facts) {
        var own = facts;
        for (var name : FactName.values()) {
            if (facts.get(name) instanceof FactValue.Amount(var money)
                    && !money.currency().equals(EUR)) {
                own = own.with(name, FactValue.UNKNOWN);
            }
        }
        return own;
    }

    /** Outer blanks are left out on the way. */
    private static FactValue same(FactValue value) {
        return switch (value) {
            case FactValue.Text(var text) -> new FactValue.Text(text.strip());
            case FactValue.Texts(var texts) ->
                new FactValue.Texts(texts.stream().map(String::strip).toList());
            default -> value;
        };
    }
}
