package app.retour.tracking;

import java.util.UUID;

/** Names one parcel on its way back. */
public record ReverseShipmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
