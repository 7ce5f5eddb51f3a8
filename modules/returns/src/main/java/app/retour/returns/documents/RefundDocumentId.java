package app.retour.returns.documents;

import java.util.UUID;

/** Identifies a refund document within its tenant. */
public record RefundDocumentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
