package app.retour.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel to be expected.
 *
 * @param subject what it is about; opaque here, the id of a return
 * @param owner the order whose shopper may see it; null when no shopper may
 * @param possibleFrom when it could leave at the earliest: a number that was on its way before is another parcel's; null
 *     when nobody knows
 */
public record ShipmentRequest(
        UUID subject,
        @Nullable UUID owner,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant possibleFrom) {
    public ShipmentRequest(UUID subject, @Nullable String carrier, @Nullable String trackingNumber) {
        this(subject, null, carrier, trackingNumber, null);
    }

    public ShipmentRequest(
            UUID subject, @Nullable UUID owner, @Nullable String carrier, @Nullable String trackingNumber) {
        this(subject, owner, carrier, trackingNumber, null);
    }
}
