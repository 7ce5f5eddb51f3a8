package app.retour.rules.trials;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.documents.FactsDocument;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.RandomPolicies;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.trials.BackTestTally.Cell;
import app.retour.rules.vocabulary.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import tools.jackson.databind.json.JsonMapper;

/** Laws of trying a draft, whatever the policies and the decisions. */
@Domain(RandomPolicies.class)
class TryingKeepsCountTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aDraftThatIsTheLivePolicyChangesNothing(@ForAll Policy policy, @ForAll @Size(max = 5) List<Facts> many) {
        var tally = tally(policy, policy, many);
        assertThat(tally.changed()).isZero();
        assertThat(tally.judged()).isEqualTo(many.size());
        assertThat(tally.cells()).noneMatch(cell -> cell.live() != cell.draft());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whoeverTriesTheOtherWayRoundSeesTheSameInAMirror(
            @ForAll Policy policy, @ForAll Policy other, @ForAll @Size(max = 5) List<Facts> many) {
        var there = tally(policy, other, many);
        var back = tally(other, policy, many);
        assertThat(back.changed()).isEqualTo(there.changed());
        assertThat(back.cells())
                .containsExactlyInAnyOrderElementsOf(there.cells().stream()
                        .map(cell -> new Cell(
                                /* live= */ cell.draft(), /* draft= */ cell.live(), cell.count(), cell.value()))
                        .toList());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyDecisionIsInOneCellAndThoseThatChangeBesideTheDiagonal(
            @ForAll Policy policy, @ForAll Policy other, @ForAll @Size(max = 5) List<Facts> many) {
        var tally = tally(policy, other, many);
        assertThat(tally.cells().stream().mapToLong(Cell::count).sum()).isEqualTo(many.size());
        assertThat(tally.cells().stream()
                        .filter(cell -> cell.live() != cell.draft())
                        .mapToLong(Cell::count)
                        .sum())
                .isEqualTo(tally.changed());
        assertThat(tally.unknown().values()).noneMatch(times -> times < 1 || times > many.size());
    }

    /** From text, of which it reads only what it needs, as from the facts themselves. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aDecisionIsRetriedAsItWouldBeJudged(@ForAll Policy policy, @ForAll Facts facts) {
        var past = past(facts);
        var retried =
                new DraftTrial(JSON, policy, null, new BackTestTally(policy, List.of(), Map.of(), 0, 0)).judge(past);
        assertThat(retried.draft()).isEqualTo(RuleFixtures.judged(policy, facts).outcome());
        assertThat(retried.live()).isEqualTo(past.outcome());
        assertThat(retried.listed()).isEqualTo(retried.draft() != past.outcome());
        assertThat(retried.decision()).isEqualTo(past.id());
        assertThat(retried.decidedAt()).isEqualTo(past.decidedAt());
    }

    private static BackTestTally tally(Policy draft, Policy live, List<Facts> many) {
        var tally = new BackTestTally(draft, List.of(), Map.of(), 0, 0);
        var trial = new DraftTrial(JSON, draft, CompiledPolicy.of(live), tally);
        many.forEach(facts -> trial.judge(past(facts)));
        return tally;
    }

    private static PastDecisions.Past past(Facts facts) {
        return new PastDecisions.Past(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Outcome.REVIEW,
                JSON.writeValueAsString(FactsDocument.write(facts)),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }
}
