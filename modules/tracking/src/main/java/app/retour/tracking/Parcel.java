package app.retour.tracking;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parcel on its way back. Its state only ever follows from what was said of it. */
@Entity
@Table(schema = "tracking", name = "reverse_shipment")
class Parcel extends TenantOwned {
    private UUID subject;
    private @Nullable UUID owner;

    @Enumerated(EnumType.STRING)
    private ParcelState state;

    private @Nullable String carrier;
    private @Nullable String trackingNumber;
    private @Nullable String numberKey;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant movedAt;
    private @Nullable Instant possibleFrom;
    private boolean anothers;
    private @Nullable Instant erasedAt;

    protected Parcel() {}

    Parcel(ShipmentRequest request, Instant now) {
        subject = request.subject();
        owner = request.owner();
        carrier = request.carrier();
        possibleFrom = request.possibleFrom();
        state = ParcelState.AWAITING_LABEL;
        createdAt = now;
        updatedAt = now;
    }

    void isOfNobody(Instant now) {
        erasedAt = now;
    }

    /** @throws Refusal WRONG_STATE: whoever sends it was erased, and no number or word may lead to them again */
    void requireNotErased(String field) {
        if (erasedAt != null) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "Whoever sends this parcel was erased; nothing more of it is kept", field);
        }
    }

    /** @return false when it was followed by this number already */
    boolean follow(@Nullable String tellingCarrier, TrackingNumber number, Instant now) {
        var known = number.key().equals(numberKey);
        if (tellingCarrier != null && !Objects.equals(tellingCarrier, carrier)) {
            carrier = tellingCarrier;
            updatedAt = now;
        }
        if (!known) {
            trackingNumber = number.told();
            numberKey = number.key();
            updatedAt = now;
        }
        return !known;
    }

    /** Draws the state from everything said. @return whether anything is otherwise than was known */
    boolean travel(List<StatusReport> events, Instant now) {
        var before = state;
        var start = numberKey == null ? ParcelState.AWAITING_LABEL : ParcelState.LABEL_READY;
        var journey = ParcelHistory.of(start, events, possibleFrom);
        var isSinceOtherwise = !Objects.equals(movedAt, journey.since());
        var isNews = anothers != journey.anothers() || before != journey.state() || isSinceOtherwise && movedAt != null;
        if (isNews || isSinceOtherwise) {
            anothers = journey.anothers();
            state = journey.state();
            movedAt = journey.since();
            updatedAt = now;
        }
        return isNews;
    }

    void nameCarrier(@Nullable String telling) {
        if (carrier == null) {
            carrier = telling;
        }
    }

    ParcelState state() {
        return state;
    }

    UUID subject() {
        return subject;
    }

    @Nullable
    String numberKey() {
        return numberKey;
    }

    @Nullable
    Instant movedAt() {
        return movedAt;
    }

    ReverseShipment snapshot() {
        return new ReverseShipment(
                new ReverseShipmentId(id()),
                subject,
                owner,
                state,
                carrier,
                trackingNumber,
                updatedAt,
                movedAt,
                anothers);
    }
}
