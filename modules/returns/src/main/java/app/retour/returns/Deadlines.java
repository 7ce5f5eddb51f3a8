package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.DecisionRecord;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.EvidenceState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to returns because time has passed. Heard twice, or too early, it changes nothing. */
@Component
@Transactional
class Deadlines {
    private final ReturnAggregates aggregates;
    private final EvidenceClock evidence;
    private final ReturnLifecycle progress;
    private final ReturnTimeline timeline;
    private final Clock clock;

    Deadlines(
            ReturnAggregates aggregates,
            EvidenceClock evidence,
            ReturnLifecycle progress,
            ReturnTimeline timeline,
            Clock clock) {
        this.aggregates = aggregates;
        this.evidence = evidence;
        this.progress = progress;
        this.timeline = timeline;
        this.clock = clock;
    }

    private static Optional<StoredEvidenceRequest> open(ReturnAggregate aggregate, UUID evidenceRequest) {
        return aggregate.evidenceRequests().stream()
                .filter(asked -> asked.id().equals(evidenceRequest) && asked.isOpen())
                .findFirst();
    }

    void remind(ReturnId id, UUID evidenceRequest) {
        var aggregate = aggregates.hold(id);
        open(aggregate, evidenceRequest).ifPresent(asked -> evidence.remind(aggregate, asked));
    }

    /** Items that still wait for what was asked of the shopper expire. */
    void expire(ReturnId id, UUID evidenceRequestId) {
        var aggregate = aggregates.hold(id);
        var evidenceRequest = open(aggregate, evidenceRequestId).filter(evidence::isOver);
        if (evidenceRequest.isEmpty() || aggregate.authorization().isClosed()) {
            return;
        }
        evidenceRequest.get().end(EvidenceState.EXPIRED);
        var late = aggregate.items().stream()
                .filter(item ->
                        evidenceRequest.get().asksFor(item.id()) && item.decision() == ItemDecision.WAITING_FOR_SHOPPER)
                .toList();
        if (late.isEmpty()) {
            return;
        }
        late.forEach(item -> item.decide(new DecisionRecord(
                ItemDecision.EXPIRED,
                Actor.Kind.CLOCK,
                clock.instant(),
                null,
                "What was asked of the shopper did not come in time",
                null)));
        progress.after(aggregate, late, Actor.clock());
        timeline.record(
                aggregate.authorization(),
                Actor.clock(),
                "What was asked of the shopper did not come in time",
                s -> new ReturnEvent.ReturnExpired(s));
    }

    /** Approved items have waited long enough for the rest and go ahead. */
    void waitedLongEnough(ReturnId id) {
        var aggregate = aggregates.hold(id);
        if (!aggregate.goesAhead()
                && !aggregate.authorization().isClosed()
                && aggregate.authorization().waitUntil() instanceof Instant until
                && !clock.instant().isBefore(until)
                && aggregate.approved().findAny().isPresent()) {
            progress.release(aggregate, true, Actor.clock());
        }
    }
}
