package app.retour.returns.events;

import java.util.UUID;

/** Names one item of a return. */
public record ReturnItemId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
