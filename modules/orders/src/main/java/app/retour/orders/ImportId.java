package app.retour.orders;

import java.util.UUID;

/** Names one import of a file. */
public record ImportId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
