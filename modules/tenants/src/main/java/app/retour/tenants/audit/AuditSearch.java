package app.retour.tenants.audit;

import org.jspecify.annotations.Nullable;

/** Which audit entries are asked for; null asks for all. */
public record AuditSearch(
        @Nullable String action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String actorId) {}
