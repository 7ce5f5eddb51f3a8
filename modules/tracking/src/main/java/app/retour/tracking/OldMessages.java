package app.retour.tracking;

import app.retour.privacy.NightlyRemoval;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes what carriers sent, as they sent it: of a parcel when those for whom it is kept say so, of no parcel when it is
 * too old. What parcels learned from it stays.
 */
@Component
@Order(30)
public class OldMessages implements NightlyRemoval {
    private final JdbcClient jdbc;
    private final Clock clock;

    OldMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What these subjects' parcels were told is needed no more. In the caller's transaction.
     *
     * @return how many messages went
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return 0;
        }
        jdbc.sql("""
                        update tracking.reverse_shipment set messages_gone_at = :now
                        where tenant_id = :tenant and subject in (:subjects) and messages_gone_at is null
                        """)
                .param("now", now())
                .param("tenant", tenant())
                .param("subjects", subjects)
                .update();
        return jdbc.sql("""
                        delete from tracking.raw_event e where e.tenant_id = :tenant
                            and e.number_key in (select s.number_key from tracking.reverse_shipment s
                                where s.tenant_id = :tenant and s.subject in (:subjects))
                            and not exists (select from tracking.reverse_shipment other
                                where other.tenant_id = :tenant and other.number_key = e.number_key
                                  and other.messages_gone_at is null)
                        """)
                .param("tenant", tenant())
                .param("subjects", subjects)
                .update();
    }

    @Override
    public String name() {
        return "messages of carriers";
    }

    @Override
    public Batch remove(Instant before, int most) {
        var removed = jdbc.sql("""
                        delete from tracking.raw_event where tenant_id = :tenant and id in (
                            select e.id from tracking.raw_event e
                            where e.tenant_id = :tenant and e.received_at < :before and not exists (
                                select from tracking.reverse_shipment s where s.tenant_id = :tenant
                                  and s.number_key = e.number_key and s.messages_gone_at is null)
                            order by e.received_at limit :most)
                        """)
                .param("tenant", tenant())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return new Batch(removed == 0 ? Map.of() : Map.of("messages of carriers", removed), removed == most);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Object tenant() {
        return TenantContext.current().value();
    }
}
