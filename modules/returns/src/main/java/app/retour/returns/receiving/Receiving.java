package app.retour.returns.receiving;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.goods.CountedLine;
import app.retour.returns.goods.CountedLines;
import app.retour.returns.goods.Grading;
import app.retour.returns.goods.WarehouseReceipt;
import app.retour.returns.goods.WarehouseReceipts;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.view.Receipt;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The warehouse: scan, count, grade, close. Whatever arrives is received, whatever was decided about it; what nobody
 * expected goes to a person.
 */
@Service
@Transactional
public class Receiving {
    private static final int MOST_UNITS = 100_000;
    private final ReturnAggregates aggregates;
    private final WarehouseReceipts receipts;
    private final CountedLines lines;
    private final ScannedCodes codes;
    private final GoodsIn goodsIn;
    private final Clock clock;

    Receiving(
            ReturnAggregates aggregates,
            WarehouseReceipts receipts,
            CountedLines lines,
            ScannedCodes codes,
            GoodsIn goodsIn,
            Clock clock) {
        this.aggregates = aggregates;
        this.receipts = receipts;
        this.lines = lines;
        this.codes = codes;
        this.goodsIn = goodsIn;
        this.clock = clock;
    }

    /**
     * The return that a scanned code means: a slip's code, an RMA number, or a tracking number.
     *
     * @throws Refusal INVALID when the scanner misread it, or it can mean several returns
     */
    @Transactional(readOnly = true)
    public Optional<ReturnId> meantBy(String code) {
        return codes.meant(code);
    }

    /** What to say before counting; empty when all is well. */
    @Transactional(readOnly = true)
    public Optional<String> warning(ReturnId id) {
        return aggregates.find(id).flatMap(ScannedCodes::warning);
    }

    /**
     * Begins to count, or goes on with what was begun.
     *
     * @param acceptUnknown take a parcel that belongs to no known return
     * @throws Refusal NOT_FOUND for a code of no known return, INVALID for a misread one
     */
    public Receipt open(String code, boolean acceptUnknown, Actor actor) {
        var meant = meantBy(code);
        if (meant.isEmpty()) {
            if (!acceptUnknown || code.isBlank()) {
                throw new Refusal(
                        ErrorCode.NOT_FOUND,
                        "This code belongs to no return; scan the slip or type the R- number",
                        "code");
            }
            return snapshot(
                    receipts.saveAndFlush(new WarehouseReceipt(null, code.strip(), actor.id(), clock.instant())));
        }
        var aggregate = aggregates.holdToSay(meant.get());
        var begun = receipts.openFor(meant.get().value());
        if (begun.isPresent() && linesOf(begun.get()).stream().allMatch(line -> line.received() == 0)) {
            return snapshot(anew(begun.get(), aggregate, code.strip(), actor));
        }
        return snapshot(begun.orElseGet(() -> begin(aggregate, code.strip(), actor)));
    }

    /** Somebody opened it and went away without counting: nobody saw it since, and what is awaited may have changed. */
    private WarehouseReceipt anew(WarehouseReceipt begun, ReturnAggregate aggregate, String code, Actor actor) {
        lines.deleteAll(linesOf(begun));
        lines.flush();
        begun.beginAnew(code, actor.id(), clock.instant());
        expect(begun, aggregate);
        return begun;
    }

    private WarehouseReceipt begin(ReturnAggregate aggregate, String code, Actor actor) {
        var receipt = receipts.saveAndFlush(
                new WarehouseReceipt(aggregate.authorization().id(), code, actor.id(), clock.instant()));
        expect(receipt, aggregate);
        return receipt;
    }

    private void expect(WarehouseReceipt receipt, ReturnAggregate aggregate) {
        var awaited = aggregate.items().stream()
                .filter(item -> item.goods().received() < item.quantity())
                .toList();
        (awaited.isEmpty() ? aggregate.items() : awaited)
                .forEach(item -> lines.save(new CountedLine(receipt.id(), item)));
        lines.flush();
    }

    /** Units of an item that lie on the table. */
    public record Count(ReturnItemId item, int quantity) {}

    public Receipt count(ReceiptId id, List<Count> counts) {
        var receipt = held(id);
        receipt.requireOpen();
        var known = linesOf(receipt);
        for (var i = 0; i < counts.size(); i++) {
            var count = counts.get(i);
            requireUnits(count.quantity(), 0, "counts", String.valueOf(i), "quantity");
            known.stream()
                    .filter(line -> count.item().value().equals(line.itemId()))
                    .findFirst()
                    .orElseThrow(() -> new UnknownId(count.item().value(), "The receipt has no such item"))
                    .count(count.quantity());
        }
        lines.saveAllAndFlush(known);
        return snapshot(receipt);
    }

    /** @param insteadOf the expected item that is missing because this came instead */
    public Receipt addUnexpected(
            ReceiptId id, @Nullable String sku, String title, int quantity, @Nullable ReturnItemId insteadOf) {
        dossierOf(id);
        var receipt = held(id);
        receipt.requireOpen();
        requireUnits(quantity, 1, "quantity");
        if (title.isBlank() || title.length() > 200) {
            throw new Refusal(ErrorCode.REQUIRED, "Say in 1 to 200 characters what it is", "title");
        }
        var known = linesOf(receipt);
        if (insteadOf != null
                && known.stream().noneMatch(line -> insteadOf.value().equals(line.itemId()))) {
            throw new Refusal(ErrorCode.NOT_FOUND, "The receipt has no such item", "insteadOfItemId");
        }
        lines.saveAndFlush(new CountedLine(
                receipt.id(),
                known.size() + 1,
                new ItemDescription(sku == null ? null : codes.sku(sku), title.strip(), null, null),
                quantity,
                insteadOf == null ? null : insteadOf.value()));
        return snapshot(receipt);
    }

    /** Also after the receipt was closed; said again, it replaces what was said, as far as nothing was paid for it. */
    public Receipt grade(ReceiptId id, List<Grading> gradings, Actor actor) {
        var aggregate = dossierOf(id);
        var receipt = held(id);
        goodsIn.grade(receipt, linesOf(receipt), aggregate.orElse(null), gradings, actor);
        return snapshot(receipt);
    }

    /**
     * Counting is done: the goods are ours, the shopper is told, and refunds may fall due. Counted units may go without
     * a grade; they wait for inspection.
     *
     * @param expectMore what has not come may still come; otherwise it is missing
     * @param gradings what the clerk chose and had not sent yet; kept together with closing
     * @throws Refusal REQUIRED when nothing was counted, WRONG_STATE when it was closed before
     */
    public Receipt close(ReceiptId id, boolean expectMore, List<Grading> gradings, Actor actor) {
        var aggregate = dossierOf(id);
        var receipt = held(id);
        receipt.requireOpen();
        var counted = linesOf(receipt);
        goodsIn.grade(receipt, counted, aggregate.orElse(null), gradings, actor);
        goodsIn.close(receipt, counted, aggregate.orElse(null), expectMore, actor);
        return snapshot(receipt);
    }

    @Transactional(readOnly = true)
    public Optional<Receipt> find(ReceiptId id) {
        return receipts.findById(id.value()).map(this::snapshot);
    }

    /** What somebody has begun to count and not closed. */
    @Transactional(readOnly = true)
    public Optional<Receipt> openFor(ReturnId id) {
        return receipts.openFor(id.value()).map(this::snapshot).filter(Receipt::isCounted);
    }

    /** A closed receipt of the return with announced units that have no grade yet; the oldest of several. */
    @Transactional(readOnly = true)
    public Optional<Receipt> toInspect(ReturnId id) {
        return receipts.ofReturn(id.value()).stream()
                .filter(WarehouseReceipt::isClosed)
                .map(this::snapshot)
                .filter(receipt -> receipt.unitsToInspect() > 0)
                .findFirst();
    }

    /** The return's lock comes before the receipt's; with it, what is said of the goods is not said after an erasure. */
    private Optional<ReturnAggregate> dossierOf(ReceiptId id) {
        return receipts.returnOf(id.value()).map(of -> aggregates.holdToSay(new ReturnId(of)));
    }

    private WarehouseReceipt held(ReceiptId id) {
        return receipts.hold(id.value())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such receipt", "receiptId"));
    }

    private List<CountedLine> linesOf(WarehouseReceipt receipt) {
        return lines.ofReceipts(List.of(receipt.id()));
    }

    private Receipt snapshot(WarehouseReceipt receipt) {
        receipts.flush();
        return receipt.snapshot(linesOf(receipt));
    }

    private static void requireUnits(int units, int least, String... field) {
        if (units < least || units > MOST_UNITS) {
            throw new Refusal(ErrorCode.INVALID, "Give a number from %d to %d".formatted(least, MOST_UNITS), field);
        }
    }
}
