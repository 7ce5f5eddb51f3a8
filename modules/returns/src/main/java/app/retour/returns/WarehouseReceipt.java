package app.retour.returns;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clerk counts in one go, from the scan to closing. */
@Entity
@Table(schema = "returns", name = "receipt")
class WarehouseReceipt extends TenantOwned {
    private @Nullable UUID returnId;
    private String code;
    private Instant openedAt;
    private @Nullable String openedBy;
    private @Nullable Instant closedAt;
    private @Nullable Instant inspectedAt;

    protected WarehouseReceipt() {}

    WarehouseReceipt(@Nullable UUID returnId, String code, @Nullable String openedBy, Instant now) {
        this.returnId = returnId;
        this.code = code;
        this.openedBy = openedBy;
        openedAt = now;
    }

    void beginAnew(String scanned, @Nullable String by, Instant now) {
        requireOpen();
        code = scanned;
        openedBy = by;
        openedAt = now;
    }

    void requireOpen() {
        if (closedAt != null) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This receipt was closed; open another to count more");
        }
    }

    void close(Instant now) {
        requireOpen();
        closedAt = now;
    }

    /** @return false when that was so before */
    boolean inspected(Instant now) {
        if (inspectedAt != null) {
            return false;
        }
        inspectedAt = now;
        return true;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    @Nullable
    UUID returnId() {
        return returnId;
    }

    String code() {
        return code;
    }

    @Nullable
    String openedBy() {
        return openedBy;
    }

    Receipt snapshot(List<CountedLine> lines) {
        return new Receipt(
                new ReceiptId(id()),
                returnId == null ? null : new ReturnId(returnId),
                code,
                version(),
                openedAt,
                closedAt,
                lines.stream().map(CountedLine::snapshot).toList());
    }
}
