package app.retour.tracking;

import app.retour.kernel.Ids;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that was said of parcels. Written by plain SQL: the same event comes again and again. */
@Component
class TrackingEventLog {
    private final JdbcClient jdbc;

    TrackingEventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes down an event, once. Heard again it only ever becomes older: the first receipt counts, and no event lies
     * after it.
     *
     * @param numberKey the number it was said of; null when it was said of the parcel itself
     */
    void add(UUID shipment, @Nullable String numberKey, String source, CarrierEvents.Told told, Instant receivedAt) {
        jdbc.sql("""
                        insert into tracking.tracking_event as e (tenant_id, id, shipment_id, number_key, event_key, source,
                            status, told_status, at, received_at, description, place)
                        values (:tenant, :id, :shipment, :number, :key, :source, :status, :word,
                            least(:at, :received), :received, :description, :place)
                        on conflict (tenant_id, shipment_id, coalesce(number_key, ''), event_key) do update
                            set at = least(e.at, excluded.at), received_at = least(e.received_at, excluded.received_at)
                            where e.received_at > excluded.received_at
                        """)
                .param("tenant", TenantContext.current().value())
                .param("id", Ids.next())
                .param("shipment", shipment)
                .param("number", numberKey, java.sql.Types.VARCHAR)
                .param("key", told.key())
                .param("source", source)
                .param("status", told.status().name())
                .param("word", told.word())
                .param("at", told.at().atOffset(ZoneOffset.UTC))
                .param("received", receivedAt.atOffset(ZoneOffset.UTC))
                .param("description", told.description(), java.sql.Types.VARCHAR)
                .param("place", told.place(), java.sql.Types.VARCHAR)
                .update();
    }

    /** What counts for a parcel: what was said of its present number, and of the parcel itself. */
    List<StatusReport> said(UUID shipment, @Nullable String numberKey) {
        return jdbc.sql("""
                        select status, at, event_key, number_key is not null as of_number from tracking.tracking_event
                        where tenant_id = :tenant and shipment_id = :shipment
                            and (number_key is null or number_key = :number)
                        """)
                .param("tenant", TenantContext.current().value())
                .param("shipment", shipment)
                .param("number", numberKey, java.sql.Types.VARCHAR)
                .query((row, _) -> new StatusReport(
                        ParcelStatus.valueOf(row.getString("status")),
                        at(row, "at"),
                        row.getString("event_key"),
                        row.getBoolean("of_number")))
                .list();
    }

    /** Everything of a parcel, newest first. */
    List<TrackingEvent> of(UUID shipment) {
        return jdbc.sql("""
                        select id, source, status, at, received_at, description, place from tracking.tracking_event
                        where tenant_id = :tenant and shipment_id = :shipment order by at desc, id desc limit 500
                        """)
                .param("tenant", TenantContext.current().value())
                .param("shipment", shipment)
                .query((row, _) -> new TrackingEvent(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        ParcelStatus.valueOf(row.getString("status")),
                        at(row, "at"),
                        at(row, "received_at"),
                        row.getString("description"),
                        row.getString("place")))
                .list();
    }

    /** Whoever looks for parcels of a number, or for words about it, waits here for the other to commit. */
    void lockNumber(String numberKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:number, 0))")
                .param("number", TenantContext.current() + " " + numberKey)
                .query((_, _) -> true)
                .single();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
