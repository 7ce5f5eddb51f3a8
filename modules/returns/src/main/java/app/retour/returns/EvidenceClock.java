package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.tenants.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What time does to a request for evidence: one reminder, then the end. The reminder comes two days before the end; where
 * less than four days are given, at half time.
 */
@Component
class EvidenceClock {
    private static final Duration REMIND_BEFORE = Duration.ofDays(2);
    private final Jobs jobs;
    private final EvidenceDeadline deadline;
    private final EvidenceReminder reminder;
    private final ReturnTimeline timeline;
    private final Clock clock;

    EvidenceClock(
            Jobs jobs, EvidenceDeadline deadline, EvidenceReminder reminder, ReturnTimeline timeline, Clock clock) {
        this.jobs = jobs;
        this.deadline = deadline;
        this.reminder = reminder;
        this.timeline = timeline;
        this.clock = clock;
    }

    void start(StoredEvidenceRequest evidenceRequest) {
        jobs.schedule(
                reminder,
                evidenceRequest.id().toString(),
                new EvidenceReminder.Told(evidenceRequest.returnId(), evidenceRequest.id()),
                remindAt(evidenceRequest.askedAt(), evidenceRequest.answerBy()));
        jobs.schedule(
                deadline,
                evidenceRequest.id().toString(),
                new EvidenceDeadline.Told(evidenceRequest.returnId(), evidenceRequest.id()),
                evidenceRequest.answerBy());
    }

    static Instant remindAt(Instant asked, Instant answerBy) {
        var given = Duration.between(asked, answerBy);
        var before = REMIND_BEFORE.compareTo(given.dividedBy(2)) < 0 ? REMIND_BEFORE : given.dividedBy(2);
        return answerBy.minus(before);
    }

    /** Told at most once, and only while something is awaited. */
    void remind(ReturnAggregate aggregate, StoredEvidenceRequest evidenceRequest) {
        if (aggregate.authorization().isClosed()
                || clock.instant().isBefore(remindAt(evidenceRequest.askedAt(), evidenceRequest.answerBy()))
                || !evidenceRequest.remind(clock.instant())) {
            return;
        }
        timeline.record(
                aggregate.authorization(),
                Actor.clock(),
                "The shopper is reminded of what they were asked for",
                stamp -> new ReturnEvent.EvidenceReminded(stamp, evidenceRequest.requestId()));
    }

    boolean isOver(StoredEvidenceRequest evidenceRequest) {
        return !clock.instant().isBefore(evidenceRequest.answerBy());
    }
}
