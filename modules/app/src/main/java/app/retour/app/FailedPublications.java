package app.retour.app;

import app.retour.tenants.RecurringJob;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Gives events to listeners that failed them again, with pauses that double from five seconds to an hour, fifteen times in
 * all, which is about seven hours. Then a publication is given up: an operator sees it in a measure and in the log, and
 * gives it one more round by setting its {@code completion_attempts} to 0. After ninety days it is deleted. The registry
 * itself retries nothing; what a dead process left behind is marked failed by its staleness check first. What succeeded is
 * deleted at once.
 */
@Component
class FailedPublications implements RecurringJob, MeterBinder {
    static final int MOST_ATTEMPTS = 15;
    static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(FailedPublications.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final int BATCH = 100;
    private final FailedEventPublications failed;
    private final JdbcClient jdbc;
    private final Clock clock;
    private long lastGivenUp;

    FailedPublications(FailedEventPublications failed, JdbcClient jdbc, Clock clock) {
        this.failed = failed;
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
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(BATCH).withFilter(this::isDue));
        jdbc.sql("delete from event_publication where status = 'FAILED' and publication_date < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        var givenUp = givenUp();
        if (givenUp > lastGivenUp) {
            LOG.error("{} events were given up: a listener failed each {} times", givenUp, MOST_ATTEMPTS);
        }
        lastGivenUp = givenUp;
    }

    private boolean isDue(EventPublication publication) {
        if (publication.getCompletionAttempts() >= MOST_ATTEMPTS) {
            return false;
        }
        var tries = Math.min(publication.getCompletionAttempts(), MOST_DOUBLINGS);
        var pause = FIRST_PAUSE.multipliedBy(1L << tries);
        var last = publication.getLastResubmissionDate() != null
                ? publication.getLastResubmissionDate()
                : publication.getPublicationDate();
        var wait = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return !last.plus(wait).isAfter(clock.instant());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("retour.publications.failed", () -> count("completion_attempts < ?"))
                .description("Events that a listener failed and will be given again")
                .register(registry);
        Gauge.builder("retour.publications.given.up", this::givenUp)
                .description("Events that a listener failed for good (dead letters)")
                .register(registry);
    }

    private long givenUp() {
        return count("completion_attempts >= ?");
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from event_publication where status = 'FAILED' and " + which)
                .param(MOST_ATTEMPTS)
                .query(Long.class)
                .single();
    }
}
