package app.retour.rules.trials;

import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.publishing.LivePolicy;
import app.retour.tenants.jobs.TenantJob;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges past decisions again, in stretches: each stretch and what it counted are one transaction, so a run that is cut off
 * goes on where it was and counts nothing twice. Keeps no more than one stretch in memory.
 */
@Component
class BackTestRun implements TenantJob<BackTestRun.Told> {
    private static final Logger LOG = LoggerFactory.getLogger(BackTestRun.class);
    private static final int STRETCH = 5_000;

    /** In a row, without any progress between; with the pauses of jobs between them, well under a minute. */
    static final int MOST_TRIES = 5;

    private final StoredBackTests tests;
    private final PastDecisions past;
    private final LivePolicy live;
    private final CustomFacts customFacts;
    private final JsonMapper json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BackTestRun(
            StoredBackTests tests,
            PastDecisions past,
            LivePolicy live,
            CustomFacts customFacts,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tests = tests;
        this.past = past;
        this.live = live;
        this.customFacts = customFacts;
        this.json = json;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    record Told(UUID backTest) {}

    @Override
    public String name() {
        return "rules.back-test";
    }

    @Override
    public Class<Told> type() {
        return Told.class;
    }

    @Override
    public void run(Told told) {
        var id = new BackTestId(told.backTest);
        try {
            while (Boolean.TRUE.equals(transactions.execute(_ -> stretch(id, STRETCH)))) {
                // Each stretch is a transaction of its own; between two of them it may be canceled.
            }
        } catch (RuntimeException failure) {
            if (!Boolean.TRUE.equals(transactions.execute(_ -> tests.broke(id, MOST_TRIES, clock.instant())))) {
                throw failure;
            }
            LOG.error("Back-test {} broke off {} times and is given up", id.value(), MOST_TRIES, failure);
        }
    }

    /** @return whether there is more to do */
    boolean stretch(BackTestId id, int most) {
        var standing = tests.standing(id, customFacts.vocabulary())
                .filter(test -> test.state() == BackTest.State.WAITING || test.state() == BackTest.State.RUNNING)
                .orElse(null);
        if (standing == null) {
            return false;
        }
        var tally = standing.tally();
        var before = tally.judged();
        var trial = new DraftTrial(
                json, standing.draft(), live.version(standing.live()).compiled(), tally);
        var changes = new ArrayList<RetriedDecision>();
        var last = new PastDecisions.Position[] {standing.position()};
        past.latest(standing.position(), standing.until(), most, decision -> {
            var retried = trial.judge(decision);
            if (retried.listed()) {
                changes.add(retried);
            }
            last[0] = decision.position();
        });
        if (!changes.isEmpty()) {
            tests.addChanges(id, List.copyOf(changes));
        }
        var isDone = tally.judged() - before < most;
        tests.progress(
                id,
                isDone ? BackTest.State.DONE : BackTest.State.RUNNING,
                last[0],
                tally,
                isDone ? clock.instant() : null);
        return !isDone;
    }
}
