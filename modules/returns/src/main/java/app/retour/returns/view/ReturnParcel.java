package app.retour.returns.view;

import app.retour.returns.status.ParcelFact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parcel on its way back, as this module last heard of it. */
public record ReturnParcel(
        UUID shipmentId,
        ParcelFact state,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant movedAt) {}
