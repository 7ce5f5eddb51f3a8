package app.retour.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class WakeUpTests {
    private final WakeUp wakeUp = new WakeUp();

    @Test
    void whoIsWokenDoesNotWait() throws InterruptedException {
        wakeUp.now();
        assertThat(wakesAtOnce()).isTrue();
    }

    @Test
    void manyNudgesWakeOnce() throws InterruptedException {
        wakeUp.now();
        wakeUp.now();
        wakeUp.now();
        assertThat(wakesAtOnce()).isTrue();
        assertThat(wakesAtOnce()).isFalse();
    }

    @Test
    void aTransactionWakesItOnceItIsCommittedAndNotBefore() throws InterruptedException {
        TransactionSynchronizationManager.initSynchronization();
        try {
            wakeUp.afterCommit();
            assertThat(wakesAtOnce()).isFalse();
            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
            assertThat(wakesAtOnce()).isTrue();
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void withoutATransactionItIsWokenAtOnce() throws InterruptedException {
        wakeUp.afterCommit();
        assertThat(wakesAtOnce()).isTrue();
    }

    private boolean wakesAtOnce() throws InterruptedException {
        return wakeUp.await(Duration.ZERO);
    }
}
