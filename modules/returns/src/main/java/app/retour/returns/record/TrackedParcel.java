package app.retour.returns.record;

import app.retour.returns.view.ReturnParcel;
import app.retour.tenants.tenancy.TenantOwned;
import app.retour.tracking.ParcelState;
import app.retour.tracking.TrackingNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reverse shipment as last heard of; its id is the one that tracking gave it. */
@Entity
@Table(schema = "returns", name = "reverse_shipment")
public class TrackedParcel extends TenantOwned {
    @Enumerated(EnumType.STRING)
    private ParcelState state = ParcelState.AWAITING_LABEL;

    private @Nullable String carrier;
    private @Nullable String trackingNumber;
    private @Nullable Instant movedAt;
    private boolean doubted;
    private Instant openedAt;

    protected TrackedParcel() {}

    public TrackedParcel(UUID shipment, Instant now) {
        super(shipment);
        openedAt = now;
    }

    /**
     * Takes a state as tracking tells it.
     *
     * @param at since when it is there; null when it never moved, by what counts now
     * @return false when it is where it was, though perhaps since another time
     */
    public boolean moveTo(ParcelState next, @Nullable Instant at) {
        movedAt = at;
        if (next == state) {
            return false;
        }
        state = next;
        return true;
    }

    public void travelUnder(@Nullable String newCarrier, @Nullable String newNumber) {
        carrier = newCarrier;
        trackingNumber = newNumber;
    }

    public boolean isUnder(String number) {
        return trackingNumber != null && TrackingNumber.keyOf(trackingNumber).equals(TrackingNumber.keyOf(number));
    }

    public boolean isNumbered() {
        return trackingNumber != null;
    }

    /** Its number may be of somebody else's parcel: what is said of that moves nothing here. */
    public boolean isDoubted() {
        return doubted;
    }

    public void doubt(boolean isDoubted) {
        doubted = isDoubted;
    }

    public ParcelState state() {
        return state;
    }

    @Nullable
    public Instant movedAt() {
        return movedAt;
    }

    ReturnParcel snapshot() {
        return new ReturnParcel(id(), state, carrier, trackingNumber, movedAt);
    }
}
