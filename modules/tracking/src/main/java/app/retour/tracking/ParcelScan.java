package app.retour.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program saw of a parcel, told by hand.
 *
 * @param at when it was seen; a time to come counts as now
 * @param note a few words, without names; at most 200 characters
 */
public record ParcelScan(
        ReverseShipmentId shipment,
        ParcelStatus status,
        Instant at,
        @Nullable String note) {}
