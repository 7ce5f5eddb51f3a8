package app.retour.tracking;

import app.retour.privacy.DataSubject;
import app.retour.privacy.DataSubjects;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Holds the parcels of who is erased, after their returns, so that whoever is writing of one is done before. */
@Component
@Order(60)
class ParcelsOfSubjects implements DataSubjects {
    private final NamedParameterJdbcTemplate jdbc;

    ParcelsOfSubjects(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public DataSubject complete(DataSubject known) {
        return known;
    }

    @Override
    public void hold(DataSubject subject) {
        jdbc.queryForList(
                """
                select id from tracking.reverse_shipment
                where tenant_id = :tenant
                    and (subject = any(cast(:returns as uuid[])) or owner = any(cast(:orders as uuid[])))
                order by id for update
                """,
                new MapSqlParameterSource("tenant", TenantContext.current().value())
                        .addValue("returns", ids(subject.returns()))
                        .addValue("orders", ids(subject.orders())),
                UUID.class);
    }

    private static UUID[] ids(Set<UUID> of) {
        return of.toArray(UUID[]::new);
    }
}
