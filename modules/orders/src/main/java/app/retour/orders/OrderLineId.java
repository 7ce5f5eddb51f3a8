package app.retour.orders;

import java.util.UUID;

/** Names one line of an order. */
public record OrderLineId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
