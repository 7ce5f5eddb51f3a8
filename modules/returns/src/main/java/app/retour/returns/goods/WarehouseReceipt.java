package app.retour.returns.goods;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnId;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.view.Receipt;
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
public class WarehouseReceipt extends TenantOwned {
    private @Nullable UUID returnId;
    private String code;
    private Instant openedAt;
    private @Nullable String openedBy;
    private @Nullable Instant closedAt;
    private @Nullable Instant inspectedAt;

    protected WarehouseReceipt() {}

    public WarehouseReceipt(@Nullable UUID returnId, String code, @Nullable String openedBy, Instant now) {
        this.returnId = returnId;
        this.code = code;
        this.openedBy = openedBy;
        openedAt = now;
    }

    public void beginAnew(String scanned, @Nullable String by, Instant now) {
        requireOpen();
        code = scanned;
        openedBy = by;
        openedAt = now;
    }

    public void requireOpen() {
        if (closedAt != null) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This receipt was closed; open another to count more");
        }
    }

    public void close(Instant now) {
        requireOpen();
        closedAt = now;
    }

    /** @return false when that was so before */
    public boolean inspected(Instant now) {
        if (inspectedAt != null) {
            return false;
        }
        inspectedAt = now;
        return true;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    @Nullable
    UUID returnId() {
        return returnId;
    }

    public String code() {
        return code;
    }

    @Nullable
    String openedBy() {
        return openedBy;
    }

    public Receipt snapshot(List<CountedLine> lines) {
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
