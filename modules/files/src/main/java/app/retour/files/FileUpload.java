package app.retour.files;

import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody sends.
 *
 * @param content read once, never further than the kind's limit; the caller closes it
 * @param declaredName what the sender calls it; only ever shown, never a path
 * @param owner the order that it hangs on, whose shopper may see it; null for the merchant's own
 */
public record FileUpload(
        FileKind kind,
        InputStream content,
        @Nullable String declaredName,
        @Nullable UUID owner) {}
