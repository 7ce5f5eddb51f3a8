package app.retour.returns.goods;

import app.retour.returns.events.ReturnId;
import app.retour.returns.view.Receipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the warehouse wrote down of a return: what it counted, and what did not fit. */
@Component
public class GoodsOnRecord {
    private final WarehouseReceipts receipts;
    private final CountedLines lines;
    private final StoredDiscrepancies discrepancies;

    GoodsOnRecord(WarehouseReceipts receipts, CountedLines lines, StoredDiscrepancies discrepancies) {
        this.receipts = receipts;
        this.lines = lines;
        this.discrepancies = discrepancies;
    }

    /** When the first parcel was counted to its end. */
    @Nullable
    public Instant firstClosed(ReturnId id) {
        return receipts.firstClosed(id.value()).orElse(null);
    }

    /** Oldest first; one that was opened and never counted into is left out. */
    public List<Receipt> receipts(ReturnId id) {
        var of = receipts.ofReturn(id.value());
        var counted = lines.ofReceipts(of.stream().map(WarehouseReceipt::id).toList());
        return of.stream()
                .map(receipt -> receipt.snapshot(counted.stream()
                        .filter(line -> line.receiptId().equals(receipt.id()))
                        .toList()))
                .filter(Receipt::isCounted)
                .toList();
    }

    public List<Discrepancy> discrepancies(ReturnId id) {
        return discrepancies.ofReturn(id.value()).stream()
                .map(StoredDiscrepancy::snapshot)
                .toList();
    }
}
