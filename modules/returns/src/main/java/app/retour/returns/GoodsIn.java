package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a clerk counted and graded into goods of the return, and what does not fit into discrepancies. */
@Component
class GoodsIn {
    private final AnnouncedItems items;
    private final WarehouseReceipts receipts;
    private final CountedLines lines;
    private final TeamTasks tasks;
    private final DiscrepancyBook discrepancies;
    private final RefundDesk desk;
    private final Chronicle chronicle;
    private final Clock clock;

    GoodsIn(
            AnnouncedItems items,
            WarehouseReceipts receipts,
            CountedLines lines,
            TeamTasks tasks,
            DiscrepancyBook discrepancies,
            RefundDesk desk,
            Chronicle chronicle,
            Clock clock) {
        this.items = items;
        this.receipts = receipts;
        this.lines = lines;
        this.tasks = tasks;
        this.discrepancies = discrepancies;
        this.desk = desk;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    void grade(
            WarehouseReceipt receipt,
            List<CountedLine> counted,
            @Nullable Dossier dossier,
            List<Receiving.Grading> gradings,
            Actor actor) {
        for (var grading : gradings) {
            var line = counted.stream()
                    .filter(known -> known.id().equals(grading.lineId()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The receipt has no such line", "grades"));
            var accepted = line.accepted();
            var refused = line.refused();
            line.inspect(
                    grading.accepted() instanceof Integer said ? said : line.received() - grading.refused(),
                    grading.refused(),
                    grading.grade(),
                    grading.disposition(),
                    grading.note());
            if (receipt.isClosed() && dossier != null && line.itemId() != null) {
                var item = dossier.item(line.itemId());
                inspect(dossier, item, line.accepted() - accepted, line.refused() - refused);
            }
        }
        lines.saveAllAndFlush(counted);
        if (receipt.isClosed() && dossier != null) {
            items.saveAllAndFlush(dossier.items());
            afterwards(receipt, counted, dossier, actor);
        }
    }

    /** Accepted units that a refund pays for stay accepted. */
    private static void inspect(Dossier dossier, AnnouncedItem item, int moreAccepted, int moreRefused) {
        var next = item.goods().inspect(moreAccepted, moreRefused);
        var paid = dossier.refundedUnits(item, false);
        if (moreAccepted < 0 && next.accepted() < Math.min(paid, item.goods().accepted())) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Accepted units of “%s” are refunded; they cannot be refused any more".formatted(item.title()),
                    "grades");
        }
        item.moveGoods(next);
    }

    void close(
            WarehouseReceipt receipt,
            List<CountedLine> counted,
            @Nullable Dossier dossier,
            boolean expectMore,
            Actor actor) {
        if (counted.stream().allMatch(line -> line.received() == 0)) {
            throw new Refusal(ErrorCode.REQUIRED, "Count first what came", "receiptId");
        }
        receipt.close(clock.instant());
        receipts.saveAndFlush(receipt);
        if (dossier == null) {
            tasks.save(new TeamTask(
                    StaffTaskKind.UNKNOWN_PARCEL,
                    null,
                    null,
                    counted.stream().mapToInt(CountedLine::received).sum(),
                    "A parcel with the code “%s” belongs to no known return".formatted(receipt.code()),
                    clock.instant()));
            return;
        }
        for (var line : counted) {
            if (line.itemId() != null) {
                var item = dossier.item(line.itemId());
                item.moveGoods(item.goods().receive(line.received()).inspect(line.accepted(), line.refused()));
            }
        }
        var received = counted.stream().mapToInt(CountedLine::received).sum();
        compare(receipt, counted, dossier, expectMore, actor);
        items.saveAllAndFlush(dossier.items());
        if (received > 0) {
            chronicle.tell(
                    dossier.authorization(),
                    actor,
                    Units.of(received) + " received",
                    s -> new ReturnEvent.ItemsReceived(
                            s.tenant(),
                            s.returnId(),
                            s.rmaNumber(),
                            s.sequence(),
                            s.at(),
                            s.actor(),
                            new ReceiptId(receipt.id())));
        }
        afterwards(receipt, counted, dossier, actor);
    }

    private void afterwards(WarehouseReceipt receipt, List<CountedLine> counted, Dossier dossier, Actor actor) {
        // What nobody announced is settled by a person and holds up no refund.
        var announced = counted.stream().filter(line -> line.itemId() != null).toList();
        var any = announced.stream().anyMatch(line -> line.received() > 0);
        if (any && announced.stream().allMatch(CountedLine::isInspected) && receipt.inspected(clock.instant())) {
            chronicle.tell(
                    dossier.authorization(),
                    actor,
                    "What was received is inspected",
                    s -> new ReturnEvent.ItemsInspected(
                            s.tenant(),
                            s.returnId(),
                            s.rmaNumber(),
                            s.sequence(),
                            s.at(),
                            s.actor(),
                            new ReceiptId(receipt.id())));
        }
        desk.payWhatIsDue(dossier, actor);
        for (var item : dossier.items()) {
            var goods = item.goods();
            var paid = dossier.refundedUnits(item, true);
            if (item.travels()
                    && paid > item.quantity() - goods.refused() - goods.missing()
                    && discrepancies.isNew(dossier, DiscrepancyKind.REFUNDED_NOT_RECEIVED, item)) {
                discrepancies.open(
                        dossier,
                        receipt,
                        DiscrepancyKind.REFUNDED_NOT_RECEIVED,
                        "%d × %s refunded, %d missing, %d refused"
                                .formatted(paid, item.title(), goods.missing(), goods.refused()),
                        actor);
            }
        }
    }

    private void compare(
            WarehouseReceipt receipt, List<CountedLine> counted, Dossier dossier, boolean expectMore, Actor actor) {
        for (var line : counted) {
            if (line.itemId() == null) {
                discrepancies.open(
                        dossier,
                        receipt,
                        DiscrepancyKind.UNKNOWN_ITEM,
                        "%d × %s came, which the return does not name".formatted(line.received(), line.title()),
                        actor);
            }
        }
        for (var item : dossier.items()) {
            var came = counted.stream()
                    .filter(line -> item.id().equals(line.itemId()))
                    .mapToInt(CountedLine::received)
                    .sum();
            if (came > 0 && item.decision() != ItemDecision.APPROVED) {
                discrepancies.open(
                        dossier,
                        receipt,
                        DiscrepancyKind.ARRIVED_UNAPPROVED,
                        "%d × %s came, which is not approved".formatted(came, item.title()),
                        actor);
            }
            if (came > 0 && item.goods().received() > item.quantity()) {
                discrepancies.open(
                        dossier,
                        receipt,
                        DiscrepancyKind.OVER,
                        "%d × %s came, %s announced"
                                .formatted(
                                        item.goods().received(),
                                        item.title(),
                                        item.quantity() == 1 ? "1 was" : item.quantity() + " were"),
                        actor);
            }
            if (!expectMore && item.expected() > 0) {
                discrepancies.open(
                        dossier,
                        receipt,
                        DiscrepancyKind.SHORT,
                        "%d × %s did not come".formatted(item.expected(), item.title()),
                        actor);
                item.moveGoods(item.goods().miss(item.goods().missing() + item.expected()));
            }
        }
    }
}
