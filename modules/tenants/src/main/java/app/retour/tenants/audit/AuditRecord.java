package app.retour.tenants.audit;

import app.retour.kernel.Actor;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(schema = "tenants", name = "audit_entry")
class AuditRecord extends TenantOwned {
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable String actorId;
    private String action;
    private String subjectType;
    private @Nullable String subjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> detail;

    protected AuditRecord() {}

    AuditRecord(
            UUID id,
            Instant at,
            Actor actor,
            String action,
            String subjectType,
            @Nullable String subjectId,
            Map<String, Object> detail) {
        super(id);
        this.at = at;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.action = action;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.detail = detail;
    }

    AuditEntry snapshot() {
        return new AuditEntry(id(), at, new Actor(actorKind, actorId), action, subjectType, subjectId, detail);
    }
}
