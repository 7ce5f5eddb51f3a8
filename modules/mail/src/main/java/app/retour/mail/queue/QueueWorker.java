package app.retour.mail.queue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails of one queue until it is told to stop: at once when woken, else every second or so. While mails keep coming
 * they are taken by the handful: to look for each as it comes costs more than to send it.
 */
final class QueueWorker {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LINE_KEPT = Duration.ofSeconds(10);
    private final MailQueue queue;
    private volatile boolean isRunning;
    private @Nullable Thread thread;

    QueueWorker(MailQueue queue) {
        this.queue = queue;
    }

    void start() {
        isRunning = true;
        thread = Thread.ofPlatform().daemon().name(queue.name()).start(this::loop);
    }

    private void loop() {
        try {
            while (isRunning) {
                var begun = System.nanoTime();
                if (dispatched()) {
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos() - (System.nanoTime() - begun));
                } else {
                    queue.hangUp(LINE_KEPT);
                    queue.wakeUp().await(queue.pollEvery());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            queue.hangUp(Duration.ZERO);
        }
    }

    private boolean dispatched() {
        try {
            return queue.dispatch(() -> isRunning);
        } catch (RuntimeException broken) {
            LOG.warn("The worker {} stumbled and goes on", queue.name(), broken);
            return false;
        }
    }

    void tellToStop() {
        isRunning = false;
        queue.wakeUp().now();
    }

    /** Lets the mail that is under way finish, so that its outcome is known. */
    void awaitEnd() {
        var last = thread;
        thread = null;
        if (last != null) {
            try {
                last.join(queue.longestMail());
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
