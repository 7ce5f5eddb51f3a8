package app.retour.rules.trials;

import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.documents.WantedFacts;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.ItemEvaluation;
import app.retour.rules.policy.Policy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Judges stored decisions by a draft, and counts. */
final class DraftTrial {
    private final CompiledPolicy draft;
    private final @Nullable CompiledPolicy live;
    private final BackTestTally tally;
    private final WantedFacts wanted;

    /** @param live what the draft is held against; null for whatever was decided then */
    DraftTrial(JsonMapper json, Policy draft, @Nullable CompiledPolicy live, BackTestTally tally) {
        this.draft = CompiledPolicy.of(draft);
        this.live = live;
        this.tally = tally;
        wanted = new WantedFacts(
                json,
                Stream.concat(WantedFacts.of(draft), live == null ? Stream.empty() : WantedFacts.of(live.policy())));
    }

    RetriedDecision judge(PastDecisions.Past decision) {
        var facts = wanted.read(decision.facts());
        var guards = decision.raisedGuards();
        var byLive = live == null
                ? decision.outcome()
                : ItemEvaluation.of(live, facts, guards).outcome();
        var byDraft = ItemEvaluation.of(draft, facts, guards).outcome();
        var isListed = byLive != byDraft && tally.changed() < BackTest.MOST_CHANGES;
        var value = tally.count(facts, byLive, byDraft);
        return new RetriedDecision(
                decision.id(), decision.decidedAt(), isListed, byLive, byDraft, value == null ? null : value.amount());
    }
}
