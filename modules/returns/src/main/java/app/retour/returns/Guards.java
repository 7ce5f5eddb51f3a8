package app.retour.returns;

import app.retour.kernel.Refusal;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.settings.ApprovalCaps;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.view.Return;
import app.retour.rules.GuardStatistics;
import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's caps on what the rules may approve without a person, and what they did lately. */
@Service
@Transactional
public class Guards {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST_NAMED = 10;
    private final ReturnSetup setup;
    private final GuardStatistics statistics;
    private final ReturnAggregates aggregates;
    private final Audit audit;
    private final Clock clock;

    Guards(ReturnSetup setup, GuardStatistics statistics, ReturnAggregates aggregates, Audit audit, Clock clock) {
        this.setup = setup;
        this.statistics = statistics;
        this.aggregates = aggregates;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version of the settings that they are among */
    public record Standing(ApprovalCaps caps, long version) {}

    /**
     * Returns that the rules would have approved and a guard, whichever, sent to a person.
     *
     * @param newest some of them, the last first
     */
    public record Lately(int count, List<Return> newest) {}

    public Standing standing() {
        return new Standing(setup.caps(), setup.settings().version());
    }

    /** @throws Refusal STALE when the settings were changed since; INVALID naming the field */
    public Standing change(long version, ApprovalCaps wanted) {
        var before = setup.caps();
        var changed = setup.cap(version, wanted);
        var detail = new HashMap<String, Object>();
        put(detail, "approvals", before.approvals(), wanted.approvals());
        put(detail, "amount", before.amount(), wanted.amount());
        put(detail, "days", before.days(), wanted.days());
        audit.record("guards.changed", "ApprovalCaps", null, detail);
        return new Standing(setup.caps(), changed.version());
    }

    private static void put(HashMap<String, Object> detail, String name, @Nullable Object from, @Nullable Object to) {
        detail.put(name, "%s → %s".formatted(from == null ? "off" : from, to == null ? "off" : to));
    }

    /** In the last 30 days. */
    @Transactional(readOnly = true)
    public Lately lately() {
        var found = statistics.since(ItemDecisions.SUBJECT, clock.instant().minus(LATELY), MOST_NAMED);
        return new Lately(found.count(), aggregates.snapshots(aggregates.ofIds(found.newest())));
    }
}
