package app.retour.rules;

import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import app.retour.rules.decisions.DecisionByHand;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.decisions.PolicyDecision;
import app.retour.rules.decisions.StoredDecision;
import app.retour.rules.decisions.StoredDecisions;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.ItemEvaluation;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.ItemJudgement;
import app.retour.rules.evaluation.Trace;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.publishing.LivePolicy;
import app.retour.rules.publishing.PolicySource;
import app.retour.rules.publishing.TryOuts;
import app.retour.rules.vocabulary.Facts;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The face of this module: judges items by the tenant's policy, and says why. */
@Service
@Transactional
public class Policies {
    private final LivePolicy live;
    private final TryOuts tryOuts;
    private final StoredDecisions decisions;
    private final Clock clock;

    Policies(LivePolicy live, TryOuts tryOuts, StoredDecisions decisions, Clock clock) {
        this.live = live;
        this.tryOuts = tryOuts;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Judges by the live policy, or by the version named, and stores one decision an item in the caller's transaction.
     *
     * @throws Refusal NOT_FOUND when this tenant has no such version
     */
    public Judgement judge(JudgeRequest request) {
        var onRecord = live.currentOnRecord();
        var asked = request.version();
        var version = asked == null || asked.equals(onRecord.id()) ? onRecord : live.version(asked);
        var rows = new ArrayList<StoredDecision>();
        var judged = new ArrayList<ItemJudgement>();
        for (var item : request.items()) {
            var evaluation = ItemEvaluation.of(version.compiled(), item.facts(), item.raisedGuards());
            var row = new StoredDecision(Ids.next(), request, item, version.id(), evaluation, clock.instant());
            rows.add(row);
            count(evaluation.outcome(), "policy");
            judged.add(evaluation.on(item, new DecisionId(row.id())));
        }
        decisions.saveAll(rows);
        return new Judgement(version.id(), judged);
    }

    /** The same by the live policy, storing nothing: for what a shopper is told before they submit. */
    @Transactional(readOnly = true)
    public Judgement preview(List<ItemFacts> items) {
        var version = live.current();
        return new Judgement(
                version.id(),
                items.stream()
                        .map(item -> ItemEvaluation.of(version.compiled(), item.facts(), item.raisedGuards())
                                .on(item, null))
                        .toList());
    }

    /** Judges invented or past items by draft or live, storing nothing, with the trace of each. */
    @Transactional(readOnly = true)
    public List<TryOut> tryOut(PolicySource source, List<ItemFacts> items) {
        return tryOuts.of(source, items);
    }

    /**
     * Judges the facts of one stored decision by draft or live as they are now, storing nothing. Guards that were raised
     * then are raised again.
     *
     * @throws Refusal NOT_FOUND when this tenant has no such decision
     */
    @Transactional(readOnly = true)
    public TryOut tryDecision(PolicySource source, DecisionId decision) {
        return tryOut(source, List.of(row(decision).item())).getFirst();
    }

    /**
     * Stores what a person decided, as a decision of its own beside the policy's.
     *
     * @throws Refusal NOT_FOUND when the decision that the person looked at is not this tenant's
     */
    public DecisionId decideByHand(DecisionByHand decision) {
        var seen = decision.after();
        var before = seen == null ? null : row(seen);
        var item = before == null ? new ItemFacts(decision.itemRef(), Facts.none()) : before.item();
        var version = before == null ? live.currentOnRecord().id() : before.policyVersion();
        count(decision.outcome(), "person");
        return new DecisionId(decisions
                .save(new StoredDecision(Ids.next(), decision, item, version, clock.instant()))
                .id());
    }

    @Transactional(readOnly = true)
    public Optional<PolicyDecision> decision(DecisionId id) {
        return decisions.findById(id.value()).map(StoredDecision::snapshot);
    }

    /**
     * How the policy came to a decision, recomputed; for one by hand, what the policy says of the same facts.
     *
     * @throws Refusal NOT_FOUND when this tenant has no such decision
     */
    @Transactional(readOnly = true)
    public Trace trace(DecisionId decision) {
        var row = row(decision);
        var version = live.version(row.policyVersion());
        var trace = version.tried(row.item()).trace();
        return row.erasedFacts().isEmpty()
                ? trace
                : trace.without(
                        row.erasedFacts(),
                        PersonalFacts.areReadBy(version.policy(), row.erasedFacts()) ? row.outcome() : null);
    }

    /** The version that judges new returns now; a new tenant's sends everything to review. */
    @Transactional(readOnly = true)
    public PolicyVersionId liveVersion() {
        return live.current().id();
    }

    /** For the operator; one that is rolled back counts too, which measures can bear. */
    private static void count(Outcome outcome, String by) {
        Metrics.counter("retour.decisions", "outcome", outcome.name(), "by", by).increment();
    }

    private StoredDecision row(DecisionId id) {
        return decisions.findById(id.value()).orElseThrow(() -> new UnknownId(id.value(), "There is no such decision"));
    }
}
