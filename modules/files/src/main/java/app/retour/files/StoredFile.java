package app.retour.files;

import app.retour.api.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken.
 *
 * @param name safe to show and to offer for download; made from what the sender called it
 * @param contentType what it is by its content
 * @param bytes its size as stored, for an image after it was drawn anew
 * @param owner the order whose shopper may see it
 */
public record StoredFile(
        FileId id,
        FileKind kind,
        String name,
        String contentType,
        long bytes,
        @Nullable UUID owner,
        Instant storedAt,
        Content content) {
    /** Where it can be fetched, seen from the service's own address. */
    public String path() {
        return "/files/" + id;
    }

    /** Anybody may see a logo, staff and integrators what their scopes open, a shopper what hangs on their order. */
    public boolean visibleTo(Caller caller) {
        return kind == FileKind.LOGO
                || switch (caller.kind()) {
                    case STAFF, INTEGRATOR -> caller.holds(kind == FileKind.IMPORT ? "orders:read" : "returns:read");
                    case SHOPPER -> owner != null && caller.mayTouchOrder(owner);
                    case ANONYMOUS -> false;
                };
    }

    /** The content, opened when asked for. */
    @FunctionalInterface
    public interface Content {
        /** @return to be closed by the caller */
        InputStream open() throws IOException;
    }
}
