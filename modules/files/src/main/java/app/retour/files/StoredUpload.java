package app.retour.files;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a stored file; its content is elsewhere, under the same id. Never changes. */
@Entity
@Table(schema = "files", name = "stored_file")
class StoredUpload extends TenantOwned {
    @Enumerated(EnumType.STRING)
    private FileKind kind;

    private String name;
    private String contentType;
    private long bytes;
    private @Nullable UUID owner;
    private Instant storedAt;

    protected StoredUpload() {}

    StoredUpload(
            FileId id,
            FileKind kind,
            String name,
            String contentType,
            long bytes,
            @Nullable UUID owner,
            Instant storedAt) {
        super(id.value());
        this.kind = kind;
        this.name = name;
        this.contentType = contentType;
        this.bytes = bytes;
        this.owner = owner;
        this.storedAt = storedAt;
    }

    boolean isLogo() {
        return kind == FileKind.LOGO;
    }

    StoredFile snapshot(StoredFile.Content content) {
        return new StoredFile(new FileId(id()), kind, name, contentType, bytes, owner, storedAt, content);
    }
}
