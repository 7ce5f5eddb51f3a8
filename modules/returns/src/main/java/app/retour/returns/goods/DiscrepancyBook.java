package app.retour.returns.goods;

import app.retour.kernel.Actor;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnTimeline;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens discrepancies and tells of them. */
@Component
public class DiscrepancyBook {
    private final StoredDiscrepancies discrepancies;
    private final ReturnTimeline timeline;
    private final Clock clock;

    DiscrepancyBook(StoredDiscrepancies discrepancies, ReturnTimeline timeline, Clock clock) {
        this.discrepancies = discrepancies;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Goods that are paid for and did not come, or were refused: a person decides; the shopper is never charged. */
    public void refundedNotReceived(ReturnAggregate aggregate, @Nullable WarehouseReceipt receipt, Actor actor) {
        var said = GoodsCount.refundedNotReceived(aggregate);
        if (said.isEmpty()) {
            return;
        }
        var known = discrepancies.ofReturn(aggregate.authorization().id()).stream()
                .map(StoredDiscrepancy::snapshot)
                .filter(each -> each.kind() == DiscrepancyKind.REFUNDED_NOT_RECEIVED)
                .map(Discrepancy::text)
                .toList();
        said.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> open(aggregate, receipt, DiscrepancyKind.REFUNDED_NOT_RECEIVED, each, actor));
    }

    /** Opens one that no receipt is about; once, whether or not it was settled meanwhile. */
    public void openOnce(ReturnAggregate aggregate, DiscrepancyKind kind, String said, Actor actor) {
        if (discrepancies.ofReturn(aggregate.authorization().id()).stream()
                .map(StoredDiscrepancy::snapshot)
                .noneMatch(known -> known.kind() == kind && known.text().equals(said))) {
            open(aggregate, null, kind, said, actor);
        }
    }

    public void open(
            ReturnAggregate aggregate,
            @Nullable WarehouseReceipt receipt,
            DiscrepancyKind kind,
            String said,
            Actor actor) {
        var opened = discrepancies.saveAndFlush(new StoredDiscrepancy(
                aggregate.authorization().id(), receipt == null ? null : receipt.id(), kind, said, clock.instant()));
        timeline.record(
                aggregate.authorization(),
                actor,
                said,
                stamp -> new ReturnEvent.DiscrepancyOpened(stamp, opened.id(), kind));
    }
}
