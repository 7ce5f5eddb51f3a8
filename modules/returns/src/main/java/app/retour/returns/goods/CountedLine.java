package app.retour.returns.goods;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Receipt;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units of one item, or of something nobody announced, in one receipt. */
@Entity
@Table(schema = "returns", name = "receipt_line")
public class CountedLine extends TenantOwned {
    private UUID receiptId;
    private @Nullable UUID itemId;
    private int place;

    @Embedded
    private ItemDescription described;

    private int expected;
    private int received;
    private int accepted;
    private int refused;
    private boolean unexpected;
    private @Nullable UUID insteadOf;

    @Enumerated(EnumType.STRING)
    private @Nullable Grade grade;

    @Enumerated(EnumType.STRING)
    private @Nullable Disposition disposition;

    private @Nullable String note;

    protected CountedLine() {}

    public CountedLine(UUID receiptId, RequestedItem item) {
        this.receiptId = receiptId;
        itemId = item.id();
        place = item.place();
        described = item.described();
        expected = item.expected();
    }

    /** Something that no item names. */
    public CountedLine(UUID receiptId, int place, ItemDescription described, int received, @Nullable UUID insteadOf) {
        this.receiptId = receiptId;
        this.place = place;
        this.described = described;
        this.received = received;
        this.insteadOf = insteadOf;
        unexpected = true;
    }

    /** @return by how much the count rose; negative when it fell */
    public int count(int units) {
        if (units < accepted + refused) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "%d units of “%s” are inspected; no fewer can be counted"
                            .formatted(accepted + refused, described.title()),
                    "counts");
        }
        var more = units - received;
        received = units;
        return more;
    }

    /** Says the inspection of this line as a whole; said again, it replaces what was said. */
    void inspect(
            int newAccepted, int newRefused, Grade newGrade, Disposition newDisposition, @Nullable String newNote) {
        if (newAccepted < 0 || newRefused < 0 || (long) newAccepted + newRefused > received) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "%d units of “%s” were counted; accepted and refused cannot be more"
                            .formatted(received, described.title()),
                    "grades");
        }
        if (newRefused > 0 && (newNote == null || newNote.isBlank())) {
            throw new Refusal(ErrorCode.REQUIRED, "Say in a note why units are refused", "grades", "note");
        }
        accepted = newAccepted;
        refused = newRefused;
        grade = newGrade;
        disposition = newDisposition;
        note = newNote;
    }

    public boolean isInspected() {
        return accepted + refused == received;
    }

    public UUID receiptId() {
        return receiptId;
    }

    @Nullable
    public UUID itemId() {
        return itemId;
    }

    public int received() {
        return received;
    }

    int accepted() {
        return accepted;
    }

    public int refused() {
        return refused;
    }

    /** Refused units that go back to the shopper. */
    int sentBack() {
        return disposition == Disposition.SENT_BACK ? refused : 0;
    }

    String title() {
        return described.title();
    }

    Receipt.Line snapshot() {
        return new Receipt.Line(
                id(),
                itemId == null ? null : new ReturnItemId(itemId),
                described.sku(),
                described.title(),
                described.variantTitle(),
                described.imageFile(),
                expected,
                received,
                accepted,
                refused,
                unexpected,
                grade,
                disposition,
                note);
    }
}
