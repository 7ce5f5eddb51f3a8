package app.retour.rules.trials;

import app.retour.rules.customfacts.CustomFacts;
import app.retour.tenants.jobs.Jobs;
import app.retour.tenants.jobs.TenantJob;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks, again and again while a shadow run goes on, for what was decided since, and judges it by the draft. Stands outside
 * the way of a request: whoever decides does not know of it, and a tenant without a run has no such job. A look and what it
 * counted are one transaction, so one that is cut off counts nothing twice.
 */
@Component
class ShadowRunJob implements TenantJob<ShadowRunJob.Told> {
    private static final int STRETCH = 2_000;
    private static final int SHORTEST_PAUSE = 2;
    private static final int LONGEST_PAUSE = 30;
    private static final int BESIDE = 2;
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final StoredShadowRuns runs;
    private final ShadowJudgings judgings;
    private final CustomFacts customFacts;
    private final Jobs jobs;
    private final JsonMapper json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ShadowRunJob(
            StoredShadowRuns runs,
            ShadowJudgings judgings,
            CustomFacts customFacts,
            Jobs jobs,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.judgings = judgings;
        this.customFacts = customFacts;
        this.jobs = jobs;
        this.json = json;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * One look of the chain. Its number is 0 and 1 by turns and part of the job's key: a look asks for the other one, and
     * should one be run twice, the queue still holds no more than one chain.
     *
     * @param pause before this look, in seconds
     */
    record Told(UUID run, int turn, int pause) {}

    /** What came of a look. */
    record Seen(int judged, boolean isAll, boolean goesOn) {}

    @Override
    public String name() {
        return "rules.shadow-look";
    }

    @Override
    public Class<Told> type() {
        return Told.class;
    }

    /** Begins the chain. */
    void begin(ShadowRunId id) {
        ask(new Told(id.value(), 0, SHORTEST_PAUSE));
    }

    /** One look beside the chain, now. */
    void soon(ShadowRunId id) {
        ask(new Told(id.value(), BESIDE, 0));
    }

    @Override
    public void run(Told told) {
        var id = new ShadowRunId(told.run);
        while (Boolean.FALSE.equals(transactions.execute(_ -> {
            var seen = look(id, STRETCH);
            if (seen.isAll() && seen.goesOn() && told.turn != BESIDE) {
                var pause = seen.judged() > 0 ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, told.pause * 3 / 2);
                ask(new Told(told.run, 1 - told.turn, pause));
            }
            return seen.isAll();
        }))) {
            // Each stretch is a transaction of its own.
        }
    }

    private void ask(Told next) {
        jobs.schedule(this, next.run + "/" + next.turn, next, clock.instant().plusSeconds(next.pause));
    }

    /** In the caller's transaction. */
    Seen look(ShadowRunId id, int most) {
        var standing = runs.standing(id, customFacts.vocabulary()).orElse(null);
        if (standing == null) {
            return new Seen(0, true, false);
        }
        var now = clock.instant();
        var ended = standing.endedAt();
        if (ended == null && !now.isBefore(standing.endsAt())) {
            runs.end(id, ShadowRun.State.DONE, standing.endsAt());
            ended = standing.endsAt();
        }
        // Before the decisions are read: what began in between is then looked for once more, never passed over.
        var under = judgings.transactions();
        var tally = standing.tally();
        var trial = new DraftTrial(json, standing.draft(), null, tally);
        var judged = new ArrayList<RetriedDecision>();
        var until = ended == null ? NEVER : Objects.requireNonNull(ended).plusNanos(1_000);
        judgings.unjudged(id, standing.window().from(), until, most, decision -> judged.add(trial.judge(decision)));
        var isAll = judged.size() < most;
        if (!judged.isEmpty()) {
            judgings.add(id, judged);
            var window = isAll ? standing.window().moved(under, now) : standing.window();
            runs.progress(id, window, tally);
            judgings.forget(id, window.from());
        }
        if (isAll && ended != null) {
            judgings.forget(id, NEVER);
        }
        return new Seen(judged.size(), isAll, ended == null);
    }
}
