package app.retour.files;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** All rows of stored files. */
interface StoredUploads extends JpaRepository<StoredUpload, UUID> {
    /** In a transaction, since the tenant is bound to one: without it, nobody's rows are seen. */
    @Transactional(readOnly = true)
    @Query("""
            select new app.retour.files.StoredUploads$Sum(count(f), coalesce(sum(f.bytes), 0)) from StoredUpload f
            where f.storedAt > :instant""")
    Sum keptSince(Instant instant);

    @Query("select f.id from StoredUpload f where is_any_of(f.owner, :owners)")
    List<UUID> ofOwners(UUID... owners);

    record Sum(long files, long bytes) {}
}
