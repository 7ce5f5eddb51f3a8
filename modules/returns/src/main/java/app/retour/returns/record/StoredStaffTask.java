package app.retour.returns.record;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.view.StaffTask;
import app.retour.returns.view.StaffTaskKind;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a person of the team has to do outside this house, and to say when it is done. */
@Entity
@Table(schema = "returns", name = "staff_task")
public class StoredStaffTask extends TenantOwned {
    @Enumerated(EnumType.STRING)
    private StaffTaskKind kind;

    private @Nullable UUID returnId;
    private @Nullable UUID itemId;
    private int quantity;
    private String said;
    private Instant openedAt;
    private @Nullable Instant doneAt;
    private @Nullable String doneBy;
    private @Nullable String reference;

    protected StoredStaffTask() {}

    public StoredStaffTask(
            StaffTaskKind kind,
            @Nullable UUID returnId,
            @Nullable UUID itemId,
            int quantity,
            String said,
            Instant openedAt) {
        this.kind = kind;
        this.returnId = returnId;
        this.itemId = itemId;
        this.quantity = quantity;
        this.said = said;
        this.openedAt = openedAt;
    }

    public void done(@Nullable String by, @Nullable String as, Instant now) {
        if (doneAt != null) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    quantity == 0 ? "This task is not needed any more" : "This task was done before",
                    "taskId");
        }
        doneAt = now;
        doneBy = by;
        reference = as;
    }

    /** Nobody has to do it any more, and nobody did. */
    public void drop(Instant now) {
        doneAt = now;
        quantity = 0;
        said = "Not needed any more: " + said;
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    public StaffTaskKind kind() {
        return kind;
    }

    @Nullable
    UUID returnId() {
        return returnId;
    }

    @Nullable
    public UUID itemId() {
        return itemId;
    }

    public int quantity() {
        return quantity;
    }

    @Nullable
    String doneBy() {
        return doneBy;
    }

    public StaffTask snapshot() {
        return new StaffTask(
                id(),
                kind,
                said,
                returnId == null ? null : new ReturnId(returnId),
                itemId == null ? null : new ReturnItemId(itemId),
                openedAt,
                doneAt,
                reference);
    }
}
