package app.retour.app;

import app.retour.notifications.ReturnsToldBefore;
import app.retour.tenants.jobs.RecurringJob;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Gives events to listeners that failed them again, with pauses that double from five seconds to an hour, fifteen times in
 * all, which is about seven hours; then they are {@linkplain ParkedPublications parked}. What cannot be read is parked at
 * once: the registry would stop at it, with all that stands behind. The registry itself retries nothing; what a dead process
 * left behind is marked failed by its staleness check first, which runs only where scheduling is enabled, and says nothing
 * where it is not. What succeeded is deleted at once.
 */
@Component
@EnableScheduling
class FailedPublications implements RecurringJob {
    static final int MOST_ATTEMPTS = 15;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_SECONDS = 3_600;
    private static final int MOST_DOUBLINGS = 10;
    private static final int BATCH = 100;

    /** The registry reads the oldest first and asks us of each; those that wait for their pause must not hide the others. */
    private static final int MOST_READ = 10_000;

    private final FailedEventPublications failed;
    private final ParkedPublications parked;
    private final StoredEvents events;
    private final PublicationsToldBefore toldBefore;
    private final JdbcClient jdbc;
    private final Clock clock;

    FailedPublications(
            FailedEventPublications failed,
            ParkedPublications parked,
            StoredEvents events,
            PublicationsToldBefore toldBefore,
            JdbcClient jdbc,
            Clock clock) {
        this.failed = failed;
        this.parked = parked;
        this.events = events;
        this.toldBefore = toldBefore;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "app.resubmit-failed-publications";
    }

    @Override
    public Duration pause() {
        return FIRST_PAUSE;
    }

    @Override
    public synchronized void run() {
        parked.parkWhatFailed(MOST_ATTEMPTS);
        var again = new HashSet<UUID>();
        for (var publication : due()) {
            var unreadable = whyUnreadable(publication);
            if (unreadable != null) {
                parked.park(publication.id(), unreadable);
            } else if (ReturnsToldBefore.were(publication.listenerId())) {
                toldBefore.hear(publication);
            } else {
                again.add(publication.id());
            }
        }
        if (!again.isEmpty()) {
            failed.resubmit(ResubmissionOptions.defaults()
                    .withBatchSize(MOST_READ)
                    .withFilter(publication -> again.contains(publication.getIdentifier())));
        }
        parked.forgetOld();
    }

    private List<Stored> due() {
        return jdbc.sql("""
                select id, listener_id, event_type, serialized_event from (
                    select * from event_publication where status = 'FAILED' order by publication_date limit :read) as oldest
                where coalesce(last_resubmission_date, publication_date)
                    + least(:longest, :first * (1 << least(coalesce(completion_attempts, 0), :doublings))) * interval '1 second' <= :now
                order by publication_date limit :batch""")
                .param("read", MOST_READ)
                .param("longest", LONGEST_PAUSE_SECONDS)
                .param("first", (int) FIRST_PAUSE.toSeconds())
                .param("doublings", MOST_DOUBLINGS)
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query(Stored.class)
                .list();
    }

    private @Nullable String whyUnreadable(Stored publication) {
        try {
            publication.read(events);
            return null;
        } catch (ClassNotFoundException unknown) {
            return "No event of this version is called " + publication.eventType();
        } catch (RuntimeException | LinkageError unreadable) {
            return "Cannot be read as " + publication.eventType() + ": " + unreadable.getMessage();
        }
    }

    /** A row of the registry. */
    record Stored(UUID id, String listenerId, String eventType, String serializedEvent) {
        Object read(StoredEvents events) throws ClassNotFoundException {
            return events.deserialize(serializedEvent, ClassUtils.forName(eventType, Stored.class.getClassLoader()));
        }
    }
}
