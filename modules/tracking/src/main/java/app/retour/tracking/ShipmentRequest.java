package app.retour.tracking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel to be expected.
 *
 * @param subject what it is about; opaque here, the id of a return
 * @param owner the order whose shopper may see it; null when no shopper may
 */
public record ShipmentRequest(
        UUID subject,
        @Nullable UUID owner,
        @Nullable String carrier,
        @Nullable String trackingNumber) {
    public ShipmentRequest(UUID subject, @Nullable String carrier, @Nullable String trackingNumber) {
        this(subject, null, carrier, trackingNumber);
    }
}
