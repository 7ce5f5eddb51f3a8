package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tracking.ReverseShipments;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
    private final Dossiers dossiers;
    private final ReturnAuthorizations authorizations;
    private final WarehouseReceipts receipts;
    private final CountedLines lines;
    private final ReverseShipments shipments;
    private final GoodsIn goodsIn;
    private final Clock clock;

    Receiving(
            Dossiers dossiers,
            ReturnAuthorizations authorizations,
            WarehouseReceipts receipts,
            CountedLines lines,
            ReverseShipments shipments,
            GoodsIn goodsIn,
            Clock clock) {
        this.dossiers = dossiers;
        this.authorizations = authorizations;
        this.receipts = receipts;
        this.lines = lines;
        this.shipments = shipments;
        this.goodsIn = goodsIn;
        this.clock = clock;
    }

    /** The return that a scanned code means: a slip's code, an RMA number, or a tracking number. */
    @Transactional(readOnly = true)
    public Optional<ReturnId> meantBy(String code) {
        var read = code.strip().toUpperCase(Locale.ROOT);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        return authorizations
                .bySlip(read)
                .or(() -> authorizations.byRma(read))
                .map(ReturnId::new)
                .or(() ->
                        shipments.search(read).stream().findFirst().map(shipment -> new ReturnId(shipment.subject())));
    }

    /** What to say before counting; empty when all is well. */
    @Transactional(readOnly = true)
    public Optional<String> warning(ReturnId id) {
        return dossiers.find(id).flatMap(Receiving::warning);
    }

    private static Optional<String> warning(Dossier dossier) {
        if (dossier.authorization().isClosed()) {
            return Optional.of("This return is closed. Count it all the same; a person will look at it.");
        }
        return switch (dossier.decision()) {
            case CANCELED, EXPIRED, REJECTED ->
                Optional.of("This return is %s. Count it all the same; a person will look at it."
                        .formatted(dossier.decision().name().toLowerCase(Locale.ROOT)));
            case IN_REVIEW, WAITING_FOR_SHOPPER ->
                Optional.of("Not everything of this return is decided yet. Count it all the same.");
            case APPROVED, PARTLY_APPROVED ->
                dossier.expected() == 0 && dossier.received() > 0
                        ? Optional.of("Everything of this return has been received already.")
                        : Optional.empty();
        };
    }

    /**
     * Begins to count, or goes on with what was begun.
     *
     * @param acceptUnknown take a parcel that belongs to no known return
     * @throws Refusal NOT_FOUND for a code of no known return
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
        var dossier = dossiers.hold(meant.get());
        var begun = receipts.openFor(meant.get().value());
        return snapshot(begun.orElseGet(() -> begin(dossier, code.strip(), actor)));
    }

    private WarehouseReceipt begin(Dossier dossier, String code, Actor actor) {
        var receipt = receipts.saveAndFlush(
                new WarehouseReceipt(dossier.authorization().id(), code, actor.id(), clock.instant()));
        var awaited = dossier.items().stream()
                .filter(item -> item.goods().received() < item.quantity())
                .toList();
        (awaited.isEmpty() ? dossier.items() : awaited)
                .forEach(item -> lines.save(new CountedLine(receipt.id(), item)));
        lines.flush();
        return receipt;
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
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The receipt has no such item", "counts"))
                    .count(count.quantity());
        }
        lines.saveAllAndFlush(known);
        return snapshot(receipt);
    }

    /** @param insteadOf the expected item that is missing because this came instead */
    public Receipt addUnexpected(
            ReceiptId id, @Nullable String sku, String title, int quantity, @Nullable ReturnItemId insteadOf) {
        var receipt = held(id);
        receipt.requireOpen();
        requireUnits(quantity, 1, "quantity");
        if (title.isBlank() || title.length() > 200) {
            throw new Refusal(ErrorCode.REQUIRED, "Say in 1 to 200 characters what it is", "title");
        }
        lines.saveAndFlush(new CountedLine(
                receipt.id(),
                linesOf(receipt).size() + 1,
                new ItemDescription(sku, title.strip(), null, null),
                quantity,
                insteadOf == null ? null : insteadOf.value()));
        return snapshot(receipt);
    }

    /** How counted units of one line were found. */
    public record Grading(
            UUID lineId,
            int accepted,
            int refused,
            Grade grade,
            Disposition disposition,
            @Nullable String note) {}

    /** Also after the receipt was closed; said again, it replaces what was said, as far as nothing was paid for it. */
    public Receipt grade(ReceiptId id, List<Grading> gradings, Actor actor) {
        var dossier = dossierOf(id);
        var receipt = held(id);
        goodsIn.grade(receipt, linesOf(receipt), dossier.orElse(null), gradings, actor);
        return snapshot(receipt);
    }

    /**
     * Counting is done: the goods are ours, the shopper is told, and refunds may fall due.
     *
     * @param expectMore what has not come may still come; otherwise it is missing
     */
    public Receipt close(ReceiptId id, boolean expectMore, Actor actor) {
        var dossier = dossierOf(id);
        var receipt = held(id);
        goodsIn.close(receipt, linesOf(receipt), dossier.orElse(null), expectMore, actor);
        return snapshot(receipt);
    }

    @Transactional(readOnly = true)
    public Optional<Receipt> find(ReceiptId id) {
        return receipts.findById(id.value()).map(this::snapshot);
    }

    @Transactional(readOnly = true)
    public Optional<Receipt> openFor(ReturnId id) {
        return receipts.openFor(id.value()).map(this::snapshot);
    }

    /** The return's lock comes before the receipt's. */
    private Optional<Dossier> dossierOf(ReceiptId id) {
        return receipts.returnOf(id.value()).map(of -> dossiers.hold(new ReturnId(of)));
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
