package app.retour.returns;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
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
class CountedLine extends TenantOwned {
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

    CountedLine(UUID receiptId, AnnouncedItem item) {
        this.receiptId = receiptId;
        itemId = item.id();
        place = item.place();
        described = item.described();
        expected = item.expected();
    }

    /** Something that no item names. */
    CountedLine(UUID receiptId, int place, ItemDescription described, int received, @Nullable UUID insteadOf) {
        this.receiptId = receiptId;
        this.place = place;
        this.described = described;
        this.received = received;
        this.insteadOf = insteadOf;
        unexpected = true;
    }

    /** @return by how much the count rose; negative when it fell */
    int count(int units) {
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

    boolean isInspected() {
        return accepted + refused == received;
    }

    UUID receiptId() {
        return receiptId;
    }

    @Nullable
    UUID itemId() {
        return itemId;
    }

    int received() {
        return received;
    }

    int accepted() {
        return accepted;
    }

    int refused() {
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
