package app.retour.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events that nobody gives to their listener any more, out of the way of those that can still be heard. An operator sees them
 * in a measure, in the log and by the argument {@code parked}, and gives them another round by {@code retry}. Kept for ninety
 * days.
 */
@Component
public class ParkedPublications implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedPublications.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST_REASON = 1_000;
    private final JdbcClient jdbc;
    private final Clock clock;

    public ParkedPublications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Parks what its listener failed so often. */
    void parkWhatFailed(int attempts) {
        jdbc.sql("select id, listener_id from event_publication where status = 'FAILED' and completion_attempts >= ?")
                .param(attempts)
                .query(Failed.class)
                .list()
                .forEach(each -> park(each.id(), "%s failed it %d times".formatted(each.listenerId(), attempts)));
    }

    /** Parks one that failed; two replicas may do it at once, and one of them does. */
    void park(UUID publication, String why) {
        var reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
        var moved = jdbc.sql("""
                with gone as (delete from event_publication where id = :id and status = 'FAILED' returning *)
                insert into parked_publication (id, listener_id, event_type, serialized_event, publication_date, parked_at, reason)
                select id, listener_id, event_type, serialized_event, publication_date, :now, :reason from gone""")
                .param("id", publication)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
        if (moved > 0) {
            LOG.error(
                    "Event publication {} is parked: {}. The argument `retry` gives it another round.",
                    publication,
                    reason);
        }
    }

    void forgetOld() {
        jdbc.sql("delete from parked_publication where parked_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    /** What is parked, the oldest first. */
    public List<Parked> all() {
        return jdbc.sql("""
                select id, listener_id, event_type, publication_date, parked_at, reason from parked_publication
                order by parked_at, id""")
                .query((row, _) -> new Parked(
                        row.getObject("id", UUID.class),
                        row.getString("listener_id"),
                        row.getString("event_type"),
                        row.getTimestamp("publication_date").toInstant(),
                        row.getTimestamp("parked_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /**
     * Lets the running replicas give them to their listeners again, as if they had never failed.
     *
     * @param publication null for all that are parked
     * @return how many
     */
    public int retry(@Nullable UUID publication) {
        return jdbc.sql("""
                with gone as (delete from parked_publication where id = :id or :id::uuid is null returning *)
                insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status,
                    completion_attempts)
                select id, listener_id, event_type, serialized_event, publication_date, 'FAILED', 0 from gone""").param("id", publication).update();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("retour.publications.failed", () -> count("event_publication where status = 'FAILED'"))
                .description("Events that a listener failed and will be given again")
                .register(registry);
        Gauge.builder("retour.publications.parked", () -> count("parked_publication"))
                .description("Events that no listener is given any more, until an operator says so (dead letters)")
                .register(registry);
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from " + which).query(Long.class).single();
    }

    /**
     * One that is parked.
     *
     * @param reason why, for an operator
     */
    public record Parked(
            UUID id, String listenerId, String eventType, Instant publicationDate, Instant parkedAt, String reason) {}

    /** One that failed too often. */
    record Failed(UUID id, String listenerId) {}
}
