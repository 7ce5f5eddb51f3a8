package app.retour.returns;

import java.util.UUID;

/** Names one reason of the merchant. */
public record ReasonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
