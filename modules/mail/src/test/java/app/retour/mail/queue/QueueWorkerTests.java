package app.retour.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class QueueWorkerTests {
    @Test
    void aQueueThatStumbledIsLookedAtAgainWhenWoken() throws InterruptedException {
        var looks = new AtomicInteger();
        var second = new CountDownLatch(1);
        var queue = new Queue(_ -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("The database is away");
            }
            second.countDown();
            return false;
        });
        var worker = new QueueWorker(queue);
        worker.start();
        queue.wakeUp().now();
        assertThat(second.await(3, TimeUnit.MINUTES)).isTrue();
        stop(worker);
        assertThat(looks.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theMailUnderWayIsFinishedBeforeAReplicaStopsAndNoOtherIsBegun() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        var worker = new QueueWorker(new Queue(goOn -> {
            begun.countDown();
            awaitQuietly(told);
            finished.set(!goOn.getAsBoolean());
            return true;
        }));
        worker.start();
        assertThat(begun.await(3, TimeUnit.MINUTES)).isTrue();
        worker.tellToStop();
        told.countDown();
        worker.awaitEnd();
        assertThat(finished)
                .as("it knew that it should stop, and came to its end")
                .isTrue();
    }

    private static void stop(QueueWorker worker) {
        worker.tellToStop();
        worker.awaitEnd();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Dispatch {
        boolean now(BooleanSupplier goOn);
    }

    /** Of which one look is what a test says; without being woken it is looked at once a day. */
    private record Queue(Dispatch look, WakeUp wakeUp) implements MailQueue {
        Queue(Dispatch look) {
            this(look, new WakeUp());
        }

        @Override
        public String name() {
            return "a queue of a test";
        }

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public Duration pollEvery() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration longestMail() {
            return Duration.ofDays(1);
        }

        @Override
        public void hangUp(Duration idleFor) {
            // It has no line.
        }

        @Override
        public boolean dispatch(BooleanSupplier goOn) {
            return look.now(goOn);
        }
    }
}
