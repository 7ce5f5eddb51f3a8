package app.retour.mail.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes this replica's worker of one queue, so that a mail need not wait for the next look. */
public class WakeUp {
    private final Semaphore nudges = new Semaphore(0);

    /** Once the transaction of the moment is committed, at once without one. */
    public void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            now();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    /** At once. */
    public void now() {
        nudges.release();
    }

    /** Returns when nudged, or after a while: whether it was. */
    boolean await(Duration longest) throws InterruptedException {
        var isNudged = nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (isNudged) {
            nudges.drainPermits();
        }
        return isNudged;
    }
}
