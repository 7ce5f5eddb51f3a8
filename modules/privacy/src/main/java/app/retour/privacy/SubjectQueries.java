package app.retour.privacy;

import app.retour.kernel.Ids;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The values that the conditions of {@link PersonalTable} name. */
final class SubjectQueries {
    private SubjectQueries() {}

    static MapSqlParameterSource values(DataSubject subject, Instant now) {
        return new MapSqlParameterSource("tenant", TenantContext.current().value())
                .addValue("shopper", subject.shopper() == null ? Ids.LEAST : subject.shopper())
                .addValue("orders", listed(subject.orders()))
                .addValue("returns", listed(subject.returns()))
                .addValue("now", now.atOffset(ZoneOffset.UTC));
    }

    private static Collection<UUID> listed(Set<UUID> ids) {
        // An empty list is no SQL.
        return ids.isEmpty() ? List.of(Ids.LEAST) : ids;
    }
}
