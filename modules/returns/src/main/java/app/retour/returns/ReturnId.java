package app.retour.returns;

import java.util.UUID;

/** Names one return. */
public record ReturnId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
