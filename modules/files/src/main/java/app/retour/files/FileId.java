package app.retour.files;

import java.util.UUID;

/** Names one stored file. */
public record FileId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
