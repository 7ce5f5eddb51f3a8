package app.retour.notifications;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes this replica's dispatcher, so that a message need not wait for the next look. */
@Component
class DispatcherWakeUp {
    private final Semaphore nudges = new Semaphore(0);

    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    void now() {
        nudges.release();
    }

    /** Returns when nudged, or after a while. */
    void await(Duration longest) throws InterruptedException {
        if (nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }
}
