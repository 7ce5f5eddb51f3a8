package app.retour.files;

import app.retour.kernel.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Where contents are kept: a port. They are found by tenant and id, never by a name that somebody gave. */
public interface FileStore {
    /**
     * Keeps a content: all of it durably, or none.
     *
     * @return how many bytes were kept
     */
    long write(TenantId tenant, FileId file, InputStream content) throws IOException;

    /** @throws java.io.FileNotFoundException when it is not here */
    InputStream read(TenantId tenant, FileId file) throws IOException;

    /** Removes a content; one that is not here is no failure. */
    void delete(TenantId tenant, FileId file) throws IOException;

    /** Contents that were kept before an instant, of one tenant after the other. */
    List<Kept> keptBefore(Instant instant) throws IOException;

    /** A content that is kept. */
    record Kept(TenantId tenant, FileId file) {}
}
