package app.retour.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said of a parcel.
 *
 * @param source {@code EASYPOST} or {@code MANUAL}
 * @param at when it happened, never later than when it was first heard
 * @param place town, region and country, as far as told
 */
public record TrackingEvent(
        UUID id,
        String source,
        ParcelStatus status,
        Instant at,
        Instant receivedAt,
        @Nullable String description,
        @Nullable String place) {}
