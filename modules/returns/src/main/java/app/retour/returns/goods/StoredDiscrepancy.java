package app.retour.returns.goods;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announced, carrier and warehouse do not say the same; open until a person settles it. */
@Entity
@Table(schema = "returns", name = "discrepancy")
public class StoredDiscrepancy extends TenantOwned {
    private @Nullable UUID returnId;
    private @Nullable UUID receiptId;

    @Enumerated(EnumType.STRING)
    private DiscrepancyKind kind;

    private String said;
    private Instant openedAt;
    private @Nullable Instant settledAt;
    private @Nullable String settlement;

    protected StoredDiscrepancy() {}

    StoredDiscrepancy(
            @Nullable UUID returnId, @Nullable UUID receiptId, DiscrepancyKind kind, String said, Instant openedAt) {
        this.returnId = returnId;
        this.receiptId = receiptId;
        this.kind = kind;
        this.said = said;
        this.openedAt = openedAt;
    }

    public void settle(String how, Instant now) {
        if (settledAt != null) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This was settled before");
        }
        settledAt = now;
        settlement = how;
    }

    @Nullable
    UUID returnId() {
        return returnId;
    }

    @Nullable
    UUID receiptId() {
        return receiptId;
    }

    public Discrepancy snapshot() {
        return new Discrepancy(id(), kind, said, openedAt, settledAt, settlement);
    }
}
