package app.retour.returns.view;

import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.status.ReceiptId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the warehouse counted in one go.
 *
 * @param returnId null for a parcel that belongs to no known return
 * @param code as scanned
 */
public record Receipt(
        ReceiptId receiptId,
        @Nullable ReturnId returnId,
        String code,
        long version,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Line> lines) {

    /** Announced units that were counted and have no grade yet. What nobody announced goes to a person ungraded. */
    public int unitsToInspect() {
        return lines.stream()
                .filter(line -> line.itemId() != null)
                .mapToInt(line -> line.received() - line.accepted() - line.refused())
                .sum();
    }

    /** Somebody has counted into it. */
    public boolean isCounted() {
        return lines.stream().anyMatch(line -> line.received() > 0);
    }

    /** Units of one item in one receipt; the item is null for what the return does not name. */
    public record Line(
            UUID lineId,
            @Nullable ReturnItemId itemId,
            @Nullable String sku,
            String title,
            @Nullable String variantTitle,
            @Nullable UUID imageFile,
            int expected,
            int received,
            int accepted,
            int refused,
            boolean unexpected,
            @Nullable Grade grade,
            @Nullable Disposition disposition,
            @Nullable String note) {}
}
