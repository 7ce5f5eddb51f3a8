package app.retour.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier sent, as it came.
 *
 * @param eventId the sender's own id of it
 */
public record CarrierMessage(
        UUID id,
        String source,
        String eventId,
        @Nullable String trackingNumber,
        CarrierMessageState state,
        Instant receivedAt,
        String body) {}
