package app.retour.rules.trials;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.decisions.StoredDecisions;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.publishing.DraftedPolicy;
import app.retour.rules.publishing.LivePolicy;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the draft judge live requests in silence before anybody is judged by it. */
@Service
@Transactional
public class ShadowRuns {
    /** How long one may run, in days. */
    public static final int LONGEST = 30;

    private final StoredShadowRuns runs;
    private final ShadowJudgings judgings;
    private final ShadowRunJob job;
    private final ChangedDecisions changed;
    private final StoredDecisions decisions;
    private final DraftedPolicy drafted;
    private final LivePolicy live;
    private final CustomFacts customFacts;
    private final Audit audit;
    private final Clock clock;

    ShadowRuns(
            StoredShadowRuns runs,
            ShadowJudgings judgings,
            ShadowRunJob job,
            ChangedDecisions changed,
            StoredDecisions decisions,
            DraftedPolicy drafted,
            LivePolicy live,
            CustomFacts customFacts,
            Audit audit,
            Clock clock) {
        this.runs = runs;
        this.judgings = judgings;
        this.job = job;
        this.changed = changed;
        this.decisions = decisions;
        this.drafted = drafted;
        this.live = live;
        this.customFacts = customFacts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets the draft, as it is now, judge beside the live policy from now on, until it is stopped, its days are over, or a
     * policy is published.
     *
     * @param days 1 to {@link #LONGEST}
     * @throws Refusal INVALID for the days; WRONG_STATE without a draft, or while another runs
     */
    public ShadowRun start(int days) {
        if (days < 1 || days > LONGEST) {
            throw new Refusal(ErrorCode.INVALID, "Give a number of days from 1 to %d".formatted(LONGEST), "days");
        }
        var draft = drafted.current()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.WRONG_STATE, "There is no draft to run; change a rule and save it first"));
        if (runs.isAnyRunning()) {
            throw another();
        }
        var vocabulary = customFacts.vocabulary();
        var now = clock.instant();
        var id = new ShadowRunId(Ids.next());
        try {
            runs.add(
                    id,
                    draft.policy(),
                    draft.number(),
                    days,
                    now,
                    now.plus(Duration.ofDays(days)),
                    Caller.current().actor().id());
        } catch (DuplicateKeyException faster) {
            throw another();
        }
        job.begin(id);
        audit.record("policy.shadow-started", "ShadowRun", id.value().toString(), Map.of("days", days));
        return runs.find(id, vocabulary).orElseThrow();
    }

    private static Refusal another() {
        return new Refusal(ErrorCode.WRONG_STATE, "A draft runs in the shadow already; stop that run first");
    }

    /**
     * Ends a run. What was decided until now is still counted, after the transaction.
     *
     * @throws Refusal NOT_FOUND; WRONG_STATE when it has ended
     */
    public ShadowRun stop(ShadowRunId id) {
        var vocabulary = customFacts.vocabulary();
        required(id, vocabulary);
        if (!runs.end(id, ShadowRun.State.STOPPED, clock.instant())) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This run has ended", "shadowRunId");
        }
        job.soon(id);
        audit.record("policy.shadow-stopped", "ShadowRun", id.value().toString(), Map.of());
        return required(id, vocabulary);
    }

    @Transactional(readOnly = true)
    public Optional<ShadowRun> find(ShadowRunId id) {
        return runs.find(id, customFacts.vocabulary());
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ShadowRun> newest(int limit) {
        return runs.newest(limit, customFacts.vocabulary());
    }

    /** Decisions that come out otherwise, the newest first, at most {@link BackTest#MOST_CHANGES} of them. */
    @Transactional(readOnly = true)
    public Window<BackTest.Change> changes(ShadowRunId id, ScrollPosition after, int limit) {
        var currency = runs.draft(id, customFacts.vocabulary()).currency();
        var found = judgings.changes(id, ChangedDecisions.last(after, Ids.GREATEST), limit + 1);
        return changed.window(found, limit, currency);
    }

    /**
     * How a decision was made, and how the draft of the run judges the same facts, side by side.
     *
     * @throws Refusal NOT_FOUND
     */
    @Transactional(readOnly = true)
    public BackTests.SideBySide compare(ShadowRunId id, DecisionId decision) {
        var vocabulary = customFacts.vocabulary();
        required(id, vocabulary);
        var row = decisions
                .findById(decision.value())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such decision", "decisionId"));
        var version = live.version(row.policyVersion());
        var draft = CompiledPolicy.of(runs.draft(id, vocabulary));
        return new BackTests.SideBySide(version.tried(row.item()), TryOut.of(draft, row.item()));
    }

    private ShadowRun required(ShadowRunId id, Vocabulary vocabulary) {
        return runs.find(id, vocabulary)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such run", "shadowRunId"));
    }
}
