package app.retour.returns;

import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.Milestone;
import app.retour.returns.status.NextStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shopper sees of their return, and may do. */
public record ShopperView(
        List<Milestone> milestones,
        List<NextStep> nextSteps,
        boolean canCancel,
        boolean canAnnounceTracking,
        boolean hasSlip) {

    /** @param receivedAt when the first goods were received */
    static ShopperView of(ReturnAggregate aggregate, @Nullable Instant receivedAt) {
        return new ShopperView(
                ShopperStatus.milestones(aggregate, receivedAt),
                ShopperStatus.nextSteps(aggregate),
                ShopperStatus.canCancel(aggregate),
                ShopperStatus.canAnnounceTracking(aggregate),
                hasSlip(aggregate));
    }

    /** Only while something is still to be sent. */
    static boolean hasSlip(ReturnAggregate aggregate) {
        return aggregate.goesAhead() && !aggregate.authorization().isClosed() && aggregate.expected() > 0;
    }

    static ShopperView nothing() {
        return new ShopperView(List.of(), List.of(), false, false, false);
    }
}
