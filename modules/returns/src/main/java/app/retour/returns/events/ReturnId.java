package app.retour.returns.events;

import java.util.UUID;

/** Names one return. */
public record ReturnId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
