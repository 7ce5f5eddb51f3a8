package app.retour.tracking;

import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * A parcel is somewhere else than before, or came there at another time than was known, or its number turned out to be
 * another parcel's.
 *
 * @param subject what the parcel is about, as given to {@link ReverseShipments#expect}
 * @param at when it happened, by the carrier's time
 */
public record ParcelMoved(
        TenantId tenant, ReverseShipmentId shipment, UUID subject, ParcelState from, ParcelState to, Instant at)
        implements TenantEvent {}
