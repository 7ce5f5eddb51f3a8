package app.retour.app;

import app.retour.tenants.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Gives events to listeners that failed them again, with pauses that double from five seconds to an hour. The registry
 * itself retries nothing; what a dead process left behind is marked failed by its staleness check first.
 */
@Component
class FailedPublications implements RecurringJob {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final int BATCH = 100;
    private final FailedEventPublications failed;
    private final Clock clock;

    FailedPublications(FailedEventPublications failed, Clock clock) {
        this.failed = failed;
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
    public void run() {
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(BATCH).withFilter(this::isDue));
    }

    private boolean isDue(EventPublication publication) {
        var tries = Math.min(publication.getCompletionAttempts(), MOST_DOUBLINGS);
        var pause = FIRST_PAUSE.multipliedBy(1L << tries);
        var last = publication.getLastResubmissionDate() != null
                ? publication.getLastResubmissionDate()
                : publication.getPublicationDate();
        var wait = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return !last.plus(wait).isAfter(clock.instant());
    }
}
