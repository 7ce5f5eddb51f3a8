package app.retour.mail.queue;

import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what a worker has claimed to the mail server, one after the other, and notes what became of each. No transaction is open
 * while the server is talked to.
 */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final String UNMADE = "The mail could not be made";

    /** Of a lease: so long after the claim nobody else can have it, and it lasts for one mail more. */
    private static final int YOUNG = 4;

    private final KeptLine lines;
    private final LeaseQueue queue;
    private final Retries retries;

    public Delivery(MailTransport transport, LeaseQueue queue, Retries retries) {
        this.lines = new KeptLine(transport);
        this.queue = queue;
        this.retries = retries;
    }

    /**
     * What came of a batch.
     *
     * @param told how many mails the server was told to their end, whatever it said then
     * @param isReachable false: the server was not reached, the others of the batch were not tried
     */
    public record Delivered(int told, boolean isReachable) {}

    /** @param claim under which they were taken */
    public Delivered deliver(UUID claim, List<Taken> batch) {
        var told = 0;
        var claimed = System.nanoTime();
        try (var open = new OpenLine(lines)) {
            for (var taken : batch) {
                if (!open.isReady()) {
                    tryLater(taken, claim, open.problem(), open.problem());
                } else if (isYoung(claimed) || queue.stillMine(taken.id(), claim)) {
                    told += handOver(taken, claim, open.line());
                }
            }
            return new Delivered(told, open.problem().isEmpty());
        }
    }

    /** Closes the line to the mail server unless it was needed within that time. */
    public void hangUp(Duration idleFor) {
        lines.hangUp(idleFor);
    }

    /** Whether it was taken back meanwhile is asked in any case, before the end of it is said. */
    private boolean isYoung(long claimed) {
        return System.nanoTime() - claimed < queue.lease().toNanos() / YOUNG;
    }

    private int handOver(Taken taken, UUID claim, MailTransport.Line line) {
        var mail = made(taken);
        if (mail.isEmpty()) {
            tryLater(taken, claim, UNMADE, UNMADE);
            return 0;
        }
        var outcome = line.handOver(mail.get(), entry -> queue.handingOver(taken.id(), claim, entry));
        switch (outcome) {
            case Outcome.Accepted(var answer) -> queue.sent(taken.id(), claim, queue.keepsAnswers() ? answer : null);
            case Outcome.Postponed(var answer, var reason) -> tryLater(taken, claim, answer, reason);
            case Outcome.Refused(var answer, var reason) -> giveUp(taken, claim, answer, reason);
            case Outcome.Unknown(var answer, var reason) -> giveUp(taken, claim, answer, reason);
            case Outcome.NotEnded() -> {
                // It is somebody else's by now, or was taken back.
            }
        }
        return outcome instanceof Outcome.Postponed || outcome instanceof Outcome.NotEnded ? 0 : 1;
    }

    /** One that cannot be made does not hold up the others. */
    private Optional<Mail> made(Taken taken) {
        try {
            return Optional.of(taken.mail().get());
        } catch (RuntimeException broken) {
            // Without its message, which may quote what was to be filled in.
            var where = Arrays.stream(broken.getStackTrace()).findFirst();
            var kind = broken.getClass().getSimpleName();
            LOG.warn("The mail {} of {} could not be made: {} at {}", taken.id(), queue.name(), kind, where);
            return Optional.empty();
        }
    }

    private void tryLater(Taken taken, UUID claim, String answer, String reason) {
        if (taken.attempts() >= retries.most()) {
            var tries = "Given up after %d tries. ".formatted(taken.attempts());
            giveUp(taken, claim, tries + answer, tries + reason);
        } else {
            queue.again(
                    taken.id(),
                    claim,
                    "Try %d failed. ".formatted(taken.attempts()) + (queue.keepsAnswers() ? answer : reason),
                    retries.pauseAfter(taken.attempts()));
        }
    }

    private void giveUp(Taken taken, UUID claim, String answer, String reason) {
        var log = queue.isOfTheHouse() ? LOG.atWarn() : LOG.atInfo();
        log.log("The mail {} of {} is given up: {}", taken.id(), queue.name(), reason);
        queue.failed(taken.id(), claim, queue.keepsAnswers() ? answer : reason);
    }
}
