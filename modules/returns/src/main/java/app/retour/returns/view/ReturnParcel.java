package app.retour.returns.view;

import app.retour.tracking.ParcelState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parcel on its way back, as this module last heard of it. */
public record ReturnParcel(
        UUID shipmentId,
        ParcelState state,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant movedAt) {}
