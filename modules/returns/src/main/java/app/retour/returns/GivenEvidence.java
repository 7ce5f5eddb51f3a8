package app.retour.returns;

import app.retour.returns.record.RequestedItem;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a shopper gave for an item, as they gave it; the item carries the sum. */
@Entity
@Table(schema = "returns", name = "evidence")
class GivenEvidence extends TenantOwned {
    private @Nullable UUID requestId;
    private UUID returnId;
    private UUID itemId;
    private List<UUID> photoFiles;
    private @Nullable String shopperComment;
    private Instant givenAt;

    protected GivenEvidence() {}

    GivenEvidence(
            @Nullable UUID requestId, RequestedItem item, List<UUID> photos, @Nullable String comment, Instant now) {
        this.requestId = requestId;
        returnId = item.returnId();
        itemId = item.id();
        photoFiles = List.copyOf(photos);
        shopperComment = comment;
        givenAt = now;
    }

    @Override
    public String toString() {
        return "Evidence %s for item %s of return %s given at %s: %d photos, words: %s"
                .formatted(requestId, itemId, returnId, givenAt, photoFiles.size(), shopperComment != null);
    }
}
