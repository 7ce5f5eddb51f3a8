package app.retour.rules.trials;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.decisions.StoredDecisions;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.publishing.DraftedPolicy;
import app.retour.rules.publishing.LivePolicy;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries the draft on real history before anybody is judged by it. */
@NamedInterface("trials")
@Service
@Transactional
public class BackTests {
    /** How far back one may go, in days. */
    public static final int LONGEST = 1_095;

    private final StoredBackTests tests;
    private final PastDecisions past;
    private final StoredDecisions decisions;
    private final ChangedDecisions changed;
    private final DraftedPolicy drafted;
    private final LivePolicy live;
    private final CustomFacts customFacts;
    private final BackTestRun run;
    private final Jobs jobs;
    private final Clock clock;

    BackTests(
            StoredBackTests tests,
            PastDecisions past,
            StoredDecisions decisions,
            ChangedDecisions changed,
            DraftedPolicy drafted,
            LivePolicy live,
            CustomFacts customFacts,
            BackTestRun run,
            Jobs jobs,
            Clock clock) {
        this.tests = tests;
        this.past = past;
        this.decisions = decisions;
        this.changed = changed;
        this.drafted = drafted;
        this.live = live;
        this.customFacts = customFacts;
        this.run = run;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Asks for the draft, as it is now, to be tried on the decisions of the last days. It is, after the transaction.
     *
     * @param days 1 to {@link #LONGEST}
     * @throws Refusal INVALID for the days; WRONG_STATE without a draft, or while another back-test is under way
     */
    public BackTest start(int days) {
        if (days < 1 || days > LONGEST) {
            throw new Refusal(ErrorCode.INVALID, "Give a number of days from 1 to %d".formatted(LONGEST), "days");
        }
        var draft = drafted.current()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.WRONG_STATE, "There is no draft to try; change a rule and save it first"));
        if (tests.isAnyUnderWay()) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "Another back-test is under way; wait until it is done, or cancel it");
        }
        var vocabulary = customFacts.vocabulary();
        var now = clock.instant();
        var since = now.minus(Duration.ofDays(days));
        var id = new BackTestId(Ids.next());
        tests.add(
                id,
                draft.policy(),
                live.currentOnRecord().id(),
                days,
                since,
                now,
                past.count(since, now),
                Caller.current().actor().id());
        jobs.schedule(run, id.value().toString(), new BackTestRun.Told(id.value()), now);
        return tests.find(id, vocabulary).orElseThrow();
    }

    /** @throws Refusal NOT_FOUND; WRONG_STATE when it has ended */
    public BackTest cancel(BackTestId id) {
        var isCanceled = tests.cancel(id, clock.instant());
        var test = required(id, customFacts.vocabulary());
        if (!isCanceled) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This back-test has ended", "id");
        }
        return test;
    }

    @Transactional(readOnly = true)
    public Optional<BackTest> find(BackTestId id) {
        return tests.find(id, customFacts.vocabulary());
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<BackTest> newest(int limit) {
        return tests.newest(limit, customFacts.vocabulary());
    }

    /**
     * Decisions that come out otherwise, at most {@link BackTest#MOST_CHANGES} of them.
     */
    @Transactional(readOnly = true)
    public Window<BackTest.Change> changes(BackTestId id, ScrollPosition after, int limit) {
        var currency = tests.draft(id, customFacts.vocabulary()).currency();
        var found = tests.changes(id, ChangedDecisions.last(after, Ids.LEAST), limit + 1);
        return changed.window(found, limit, currency);
    }

    /**
     * How the live version of the back-test and its draft judge one decision's facts, side by side.
     *
     * @throws Refusal NOT_FOUND
     */
    @Transactional(readOnly = true)
    public SideBySide compare(BackTestId id, DecisionId decision) {
        var vocabulary = customFacts.vocabulary();
        var test = required(id, vocabulary);
        var row = decisions
                .findById(decision.value())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such decision", "decisionId"));
        var version = live.version(test.liveVersion());
        var draft = CompiledPolicy.of(tests.draft(id, vocabulary));
        return new SideBySide(version.tried(row.item()), TryOut.of(draft, row.item()));
    }

    private BackTest required(BackTestId id, Vocabulary vocabulary) {
        return tests.find(id, vocabulary).orElseThrow(() -> new UnknownId(id.value(), "There is no such back-test"));
    }

    /** The same item by two policies. */
    public record SideBySide(TryOut live, TryOut draft) {}
}
