package app.retour.tracking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of this module: expect a parcel, follow it, ask where it is. */
public class ReverseShipments {
    private static final String TO_COME = "To come with its tables: ";

    /** From now on a parcel is expected; with a tracking number it is followed at once. Announces nothing. */
    public ReverseShipmentId expect(ShipmentRequest request) {
        throw new UnsupportedOperationException(TO_COME + request);
    }

    /**
     * Follows a parcel by its tracking number, also by what carriers said of it before. Giving the same again changes
     * nothing; another number starts anew.
     *
     * @throws app.retour.kernel.Refusal NOT_FOUND, or INVALID for what cannot be a tracking number
     */
    public ReverseShipment follow(ReverseShipmentId shipment, @Nullable String carrier, String trackingNumber) {
        throw new UnsupportedOperationException(TO_COME + shipment + carrier + trackingNumber);
    }

    /** Takes down what somebody saw. @throws app.retour.kernel.Refusal NOT_FOUND, or INVALID for a senseless scan */
    public ReverseShipment recordScan(ParcelScan scan) {
        throw new UnsupportedOperationException(TO_COME + scan);
    }

    public Optional<ReverseShipment> find(ReverseShipmentId shipment) {
        throw new UnsupportedOperationException(TO_COME + shipment);
    }

    /** The parcels about one thing, oldest first. */
    public List<ReverseShipment> of(UUID subject) {
        throw new UnsupportedOperationException(TO_COME + subject);
    }

    /** Parcels with this tracking number; blanks, dashes and case do not count. */
    public List<ReverseShipment> search(String trackingNumber) {
        throw new UnsupportedOperationException(TO_COME + trackingNumber);
    }

    /** What was said of a parcel, newest first. */
    public List<TrackingEvent> events(ReverseShipmentId shipment) {
        throw new UnsupportedOperationException(TO_COME + shipment);
    }
}
