package app.retour.tracking;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The face of this module: expect a parcel, follow it, ask where it is. */
@Service
@Transactional
public class ReverseShipments {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_NOTE = 200;
    private static final int LONGEST_CARRIER = 60;
    private final Parcels parcels;
    private final TrackingUpdates movements;
    private final TrackingEventLog journal;
    private final Clock clock;

    ReverseShipments(Parcels parcels, TrackingUpdates movements, TrackingEventLog journal, Clock clock) {
        this.parcels = parcels;
        this.movements = movements;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * From now on a parcel is expected; with a tracking number it is followed at once, which may move it.
     *
     * @throws Refusal INVALID for what cannot be a tracking number or a carrier
     */
    public ReverseShipmentId expect(ShipmentRequest request) {
        requireCarrier(request.carrier());
        var told = request.trackingNumber();
        var number = told == null ? null : TrackingNumber.of(told);
        var parcel = parcels.save(new Parcel(request, clock.instant()));
        if (number != null) {
            parcels.flush();
            follow(parcel, request.carrier(), number);
        }
        return new ReverseShipmentId(parcel.id());
    }

    /**
     * Follows a parcel by its tracking number, also by what carriers said of it before. Giving the same again changes
     * nothing; with another number, what was said of the old one no longer counts.
     *
     * @throws Refusal NOT_FOUND, INVALID for what cannot be a tracking number or a carrier, WRONG_STATE once its sender
     *     was erased
     */
    public ReverseShipment follow(ReverseShipmentId shipment, @Nullable String carrier, String trackingNumber) {
        requireCarrier(carrier);
        var number = TrackingNumber.of(trackingNumber);
        journal.lockNumber(number.key());
        var parcel = locked(shipment);
        parcel.requireNotErased("trackingNumber");
        follow(parcel, carrier, number);
        return parcel.snapshot();
    }

    /**
     * Takes down what somebody saw. The same scan twice counts once.
     *
     * @throws Refusal NOT_FOUND, INVALID for a senseless scan, TOO_LARGE for a long note, WRONG_STATE for a note once its
     *     sender was erased
     */
    public ReverseShipment recordScan(ParcelScan scan) {
        requireSense(scan);
        var parcel = locked(scan.shipment());
        if (scan.note() != null) {
            parcel.requireNotErased("note");
        }
        var now = clock.instant();
        var status = scan.status();
        var told = new CarrierEvents.Told(
                "manual:" + status + ":" + scan.at(), status, status.name(), scan.at(), scan.note(), null);
        journal.add(parcel.id(), null, "MANUAL", told, now);
        movements.redraw(parcel);
        return parcel.snapshot();
    }

    @Transactional(readOnly = true)
    public Optional<ReverseShipment> find(ReverseShipmentId shipment) {
        return parcels.findById(shipment.value()).map(Parcel::snapshot);
    }

    /** The parcels about one thing, oldest first. */
    @Transactional(readOnly = true)
    public List<ReverseShipment> of(UUID subject) {
        return parcels.findBySubjectOrderById(subject).stream()
                .map(Parcel::snapshot)
                .toList();
    }

    /** Parcels with this tracking number; blanks, dashes and case do not count. */
    @Transactional(readOnly = true)
    public List<ReverseShipment> search(String trackingNumber) {
        return parcels.findByNumberKeyOrderById(TrackingNumber.keyOf(trackingNumber)).stream()
                .map(Parcel::snapshot)
                .toList();
    }

    /** What was said of a parcel, newest first. */
    @Transactional(readOnly = true)
    public List<TrackingEvent> events(ReverseShipmentId shipment) {
        return journal.of(shipment.value());
    }

    /** Whoever would send it was erased before it was expected. */
    public void isOfNobody(ReverseShipmentId shipment) {
        locked(shipment).isOfNobody(clock.instant());
    }

    private void follow(Parcel parcel, @Nullable String carrier, TrackingNumber number) {
        journal.lockNumber(number.key());
        if (parcel.follow(carrier, number, clock.instant())) {
            movements.catchUp(parcel);
            movements.redraw(parcel);
        }
    }

    private Parcel locked(ReverseShipmentId shipment) {
        return parcels.lockById(shipment.value())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no parcel with this id", "shipmentId"));
    }

    private static void requireCarrier(@Nullable String carrier) {
        if (carrier != null && (carrier.isBlank() || carrier.length() > LONGEST_CARRIER)) {
            throw new Refusal(ErrorCode.INVALID, "A carrier's name has 1 to 60 characters", "carrier");
        }
    }

    private static void requireSense(ParcelScan scan) {
        if (scan.status() == ParcelStatus.UNKNOWN) {
            throw new Refusal(ErrorCode.INVALID, "Say what was seen; UNKNOWN says nothing", "status");
        }
        if (scan.at().isBefore(EARLIEST)) {
            throw new Refusal(ErrorCode.INVALID, "A parcel was not seen before the year 2000", "at");
        }
        if (scan.note() != null && scan.note().length() > LONGEST_NOTE) {
            throw new Refusal(ErrorCode.TOO_LARGE, "A note has at most 200 characters", "note");
        }
    }
}
