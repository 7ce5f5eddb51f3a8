package app.retour.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel on its way back, as it stands.
 *
 * @param subject what it is about; opaque here, the id of a return
 * @param owner the order whose shopper may see it
 * @param movedAt when the state began, by the carrier's time; null before anything moved
 * @param anothers its number was on its way before this parcel could be: it is another parcel's
 */
public record ReverseShipment(
        ReverseShipmentId id,
        UUID subject,
        @Nullable UUID owner,
        ParcelState state,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant updatedAt,
        @Nullable Instant movedAt,
        boolean anothers) {}
