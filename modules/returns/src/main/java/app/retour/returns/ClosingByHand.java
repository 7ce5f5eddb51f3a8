package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Return;
import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a person ends a return of which nothing more is expected. */
@Component
class ClosingByHand {
    private final ReturnAggregates aggregates;
    private final RequestedItems items;
    private final RefundPlanning planning;
    private final ReturnTimeline timeline;
    private final Audit audit;
    private final Clock clock;

    ClosingByHand(
            ReturnAggregates aggregates,
            RequestedItems items,
            RefundPlanning planning,
            ReturnTimeline timeline,
            Audit audit,
            Clock clock) {
        this.aggregates = aggregates;
        this.items = items;
        this.planning = planning;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    Return close(ReturnId id, long version, String reason, Actor actor) {
        var aggregate = aggregates.hold(id, version);
        aggregate.requireNotClosed();
        if (reason.isBlank()) {
            throw new Refusal(ErrorCode.REQUIRED, "Say why the return is closed", "reason");
        }
        if (aggregate.refunds().stream().anyMatch(one -> one.counts() && one.state() != RefundState.ISSUED)) {
            throw new Refusal(ErrorCode.WRONG_STATE, "A refund of this return is open; pay or cancel it", "returnId");
        }
        aggregate.evidenceRequests().forEach(evidenceRequest -> evidenceRequest.end(EvidenceState.WITHDRAWN));
        aggregate.endUnsent();
        items.saveAllAndFlush(aggregate.items());
        planning.payWhatIsDue(aggregate, actor);
        aggregate.authorization().close(reason.strip(), clock.instant());
        audit.record("return.closed", "Return", id.toString(), Map.of());
        timeline.record(
                aggregate.authorization(),
                actor,
                "The return was closed by hand",
                s -> new ReturnEvent.ReturnClosed(s));
        return aggregates.snapshot(aggregate);
    }
}
