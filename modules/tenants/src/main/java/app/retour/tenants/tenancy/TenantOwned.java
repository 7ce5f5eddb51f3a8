package app.retour.tenants.tenancy;

import app.retour.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * What every entity of a tenant is: an id made here, the tenant that Hibernate names in every statement, and a version.
 * A null version means new, so that saving asks nothing first.
 */
@MappedSuperclass
public abstract class TenantOwned implements Persistable<UUID> {
    @Id
    private UUID id = Ids.next();

    @TenantId
    @PartitionKey
    @Column(name = "tenant_id", updatable = false)
    private @Nullable UUID tenantId;

    @Version
    private @Nullable Long version;

    protected TenantOwned() {}

    protected TenantOwned(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    /** How often it was changed since; 0 for one not yet saved. */
    public long version() {
        return version == null ? 0 : version;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Said outright: Spring Data would take {@link #version()} for the version, find 0, and merge what is new. */
    @Override
    public boolean isNew() {
        return version == null;
    }
}
