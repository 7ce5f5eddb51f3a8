package app.retour.returns.events;

import java.util.UUID;

/** Names one request for evidence. */
public record EvidenceRequestId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
