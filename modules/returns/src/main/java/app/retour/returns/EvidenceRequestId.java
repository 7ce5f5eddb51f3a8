package app.retour.returns;

import java.util.UUID;

/** Names one request for evidence. */
public record EvidenceRequestId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
