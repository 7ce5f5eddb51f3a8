package app.retour.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where EasyPost sends its webhooks, and what came of them.
 *
 * @param path after the service's own address
 * @param refused in the last 30 days
 */
public record TrackingEndpoint(
        String path,
        boolean secretSet,
        @Nullable Instant secretSetAt,
        @Nullable Instant lastReceivedAt,
        int refused,
        @Nullable Instant lastRefusedAt) {}
