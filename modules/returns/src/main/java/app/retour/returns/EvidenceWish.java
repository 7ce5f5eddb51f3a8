package app.retour.returns;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Photos or words that the shopper is asked for, and by when. */
@Entity
@Table(schema = "returns", name = "evidence_request")
class EvidenceWish extends TenantOwned {
    private UUID returnId;
    private List<UUID> items;
    private int photosWanted;
    private boolean commentWanted;
    private @Nullable String message;
    private Instant askedAt;
    private Instant answerBy;

    private @Nullable Instant remindedAt;

    @Enumerated(EnumType.STRING)
    private EvidenceState state = EvidenceState.WANTED;

    protected EvidenceWish() {}

    EvidenceWish(
            UUID returnId,
            List<UUID> items,
            int photosWanted,
            boolean commentWanted,
            @Nullable String message,
            Instant askedAt,
            Instant answerBy) {
        this.returnId = returnId;
        this.items = List.copyOf(items);
        this.photosWanted = photosWanted;
        this.commentWanted = commentWanted;
        this.message = message;
        this.askedAt = askedAt;
        this.answerBy = answerBy;
    }

    boolean isOpen() {
        return state == EvidenceState.WANTED;
    }

    boolean asksFor(UUID item) {
        return items.contains(item);
    }

    /** A person asked for it, so a person decides when it came. */
    boolean byPerson() {
        return message != null;
    }

    void end(EvidenceState as) {
        if (isOpen()) {
            state = as;
        }
    }

    /** @return false when she was reminded before, or there is nothing to be reminded of */
    boolean remind(Instant now) {
        if (remindedAt != null || !isOpen()) {
            return false;
        }
        remindedAt = now;
        return true;
    }

    Instant askedAt() {
        return askedAt;
    }

    UUID returnId() {
        return returnId;
    }

    int photosWanted() {
        return photosWanted;
    }

    boolean commentWanted() {
        return commentWanted;
    }

    Instant answerBy() {
        return answerBy;
    }

    EvidenceRequestId requestId() {
        return new EvidenceRequestId(id());
    }

    EvidenceRequest snapshot() {
        return new EvidenceRequest(
                requestId(),
                new ReturnId(returnId),
                items.stream().map(ReturnItemId::new).toList(),
                photosWanted,
                commentWanted,
                message == null || message.isBlank() ? null : message,
                askedAt,
                answerBy,
                state);
    }
}
