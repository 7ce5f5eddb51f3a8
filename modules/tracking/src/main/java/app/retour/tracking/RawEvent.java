package app.retour.tracking;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A carrier's message, kept as it came until it is too old. */
@Entity
@Table(schema = "tracking", name = "raw_event")
class RawEvent extends TenantOwned {
    private String source;
    private String eventId;
    private @Nullable String trackingNumber;
    private @Nullable String numberKey;

    @Enumerated(EnumType.STRING)
    private CarrierMessageState state;

    private Instant receivedAt;
    private String body;

    protected RawEvent() {}

    void became(CarrierMessageState now) {
        state = now;
    }

    CarrierMessageState state() {
        return state;
    }

    String source() {
        return source;
    }

    @Nullable
    String numberKey() {
        return numberKey;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String body() {
        return body;
    }

    CarrierMessage snapshot() {
        return new CarrierMessage(id(), source, eventId, trackingNumber, state, receivedAt, body);
    }
}
