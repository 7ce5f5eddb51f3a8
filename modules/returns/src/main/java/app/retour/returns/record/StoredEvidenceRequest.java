package app.retour.returns.record;

import app.retour.returns.events.EvidenceRequestId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.view.EvidenceRequest;
import app.retour.returns.view.EvidenceState;
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
public class StoredEvidenceRequest extends TenantOwned {
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

    protected StoredEvidenceRequest() {}

    public StoredEvidenceRequest(
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

    public boolean isOpen() {
        return state == EvidenceState.WANTED;
    }

    public boolean asksFor(UUID item) {
        return items.contains(item);
    }

    /** A person asked for it, so a person decides when it came. */
    public boolean byPerson() {
        return message != null;
    }

    public void end(EvidenceState as) {
        if (isOpen()) {
            state = as;
        }
    }

    /** @return false when they were reminded before, or there is nothing to be reminded of */
    public boolean remind(Instant now) {
        if (remindedAt != null || !isOpen()) {
            return false;
        }
        remindedAt = now;
        return true;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public UUID returnId() {
        return returnId;
    }

    public int photosWanted() {
        return photosWanted;
    }

    public boolean commentWanted() {
        return commentWanted;
    }

    public Instant answerBy() {
        return answerBy;
    }

    public EvidenceRequestId requestId() {
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
