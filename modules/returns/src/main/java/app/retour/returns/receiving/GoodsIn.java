package app.retour.returns.receiving;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.goods.CountedLine;
import app.retour.returns.goods.CountedLines;
import app.retour.returns.goods.DiscrepancyBook;
import app.retour.returns.goods.GoodsCount;
import app.retour.returns.goods.Grading;
import app.retour.returns.goods.WarehouseReceipt;
import app.retour.returns.goods.WarehouseReceipts;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.record.StoredStaffTasks;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.returns.settings.Units;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.view.StaffTaskKind;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a clerk counted and graded into goods of the return, and what does not fit into discrepancies. */
@Component
class GoodsIn {
    private final RequestedItems items;
    private final WarehouseReceipts receipts;
    private final CountedLines lines;
    private final StoredStaffTasks tasks;
    private final DiscrepancyBook discrepancies;
    private final RefundPlanning planning;
    private final ReturnTimeline timeline;
    private final Clock clock;

    GoodsIn(
            RequestedItems items,
            WarehouseReceipts receipts,
            CountedLines lines,
            StoredStaffTasks tasks,
            DiscrepancyBook discrepancies,
            RefundPlanning planning,
            ReturnTimeline timeline,
            Clock clock) {
        this.items = items;
        this.receipts = receipts;
        this.lines = lines;
        this.tasks = tasks;
        this.discrepancies = discrepancies;
        this.planning = planning;
        this.timeline = timeline;
        this.clock = clock;
    }

    void grade(
            WarehouseReceipt receipt,
            List<CountedLine> counted,
            @Nullable ReturnAggregate aggregate,
            List<Grading> gradings,
            Actor actor) {
        GoodsCount.grade(counted, aggregate, gradings, receipt.isClosed());
        lines.saveAllAndFlush(counted);
        if (receipt.isClosed() && aggregate != null) {
            items.saveAllAndFlush(aggregate.items());
            afterwards(receipt, counted, aggregate, actor);
        }
    }

    void close(
            WarehouseReceipt receipt,
            List<CountedLine> counted,
            @Nullable ReturnAggregate aggregate,
            boolean expectMore,
            Actor actor) {
        if (counted.stream().allMatch(line -> line.received() == 0)) {
            throw new Refusal(ErrorCode.REQUIRED, "Count first what came", "receiptId");
        }
        receipt.close(clock.instant());
        receipts.saveAndFlush(receipt);
        if (aggregate == null) {
            tasks.save(new StoredStaffTask(
                    StaffTaskKind.UNKNOWN_PARCEL,
                    null,
                    null,
                    counted.stream().mapToInt(CountedLine::received).sum(),
                    "A parcel with the code “%s” belongs to no known return".formatted(receipt.code()),
                    clock.instant()));
            return;
        }
        var received = counted.stream().mapToInt(CountedLine::received).sum();
        GoodsCount.book(counted, aggregate, expectMore)
                .forEach(finding -> discrepancies.open(aggregate, receipt, finding.kind(), finding.said(), actor));
        items.saveAllAndFlush(aggregate.items());
        if (received > 0) {
            timeline.record(
                    aggregate.authorization(),
                    actor,
                    Units.of(received) + " received",
                    stamp -> new ReturnEvent.ItemsReceived(stamp, new ReceiptId(receipt.id())));
        }
        afterwards(receipt, counted, aggregate, actor);
    }

    private void afterwards(
            WarehouseReceipt receipt, List<CountedLine> counted, ReturnAggregate aggregate, Actor actor) {
        if (GoodsCount.isInspected(counted) && receipt.inspected(clock.instant())) {
            timeline.record(
                    aggregate.authorization(),
                    actor,
                    "What was received is inspected",
                    stamp -> new ReturnEvent.ItemsInspected(stamp, new ReceiptId(receipt.id())));
        }
        planning.payWhatIsDue(aggregate, actor);
        discrepancies.refundedNotReceived(aggregate, receipt, actor);
    }
}
