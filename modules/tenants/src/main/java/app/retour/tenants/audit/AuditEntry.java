package app.retour.tenants.audit;

import app.retour.kernel.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did. */
public record AuditEntry(
        UUID id,
        Instant at,
        Actor actor,
        String action,
        String subjectType,
        @Nullable String subjectId,
        Map<String, Object> detail) {}
