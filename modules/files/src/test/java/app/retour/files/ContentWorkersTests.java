package app.retour.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.files.ContentWorkers.Bounds;
import app.retour.files.UnfitFile.Reason;
import app.retour.kernel.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What it holds back must not hold back the build. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ContentWorkersTests {
    private static final Duration LONG = Duration.ofMinutes(5);
    private final TenantId shop = new TenantId(UUID.randomUUID());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();

    @AfterEach
    void letAllGo() {
        open.countDown();
        senders.shutdownNow();
    }

    @Test
    void theWorkIsDoneOnAThreadOfThePlatformWhoeverWaits() throws Exception {
        try (var workers = new ContentWorkers(new Bounds(1, 1, 9, 9, LONG))) {
            var thread = senders.submit(() -> workers.run(shop, null, Thread::currentThread));
            assertThat(thread.get().isVirtual()).isFalse();
            assertThat(thread.get().isDaemon()).isTrue();
            assertThat(thread.get().getPriority()).as("behind everybody else").isEqualTo(Thread.MIN_PRIORITY);
        }
    }

    @Test
    void noMoreThanAllowedAreReadAtOnceAndTheOthersGetTheirTurn() throws Exception {
        try (var workers = new ContentWorkers(new Bounds(2, 8, 99, 99, LONG))) {
            var sent = new ArrayList<Future<String>>();
            for (var number = 0; number < 10; number++) {
                sent.add(send(workers, shop, null));
            }
            until(() -> workers.waiting() == 8);
            assertThat(workers.reading()).isEqualTo(2);
            open.countDown();
            for (var one : sent) {
                assertThat(one.get()).isEqualTo("done");
            }
            assertThat(mostInside).hasValue(2);
            assertThat(workers.taken()).isZero();
        }
    }

    @Test
    void aFullQueueRefusesAtOnceAndIsOpenAgainAfterwards() throws Exception {
        try (var workers = new ContentWorkers(new Bounds(1, 2, 99, 99, LONG))) {
            for (var number = 1; number <= 3; number++) {
                send(workers, shop, null);
                var taken = number;
                until(() -> workers.reading() + workers.waiting() == taken);
            }
            isBusy(workers, shop, null);
            assertThat(workers.busyAnswers()).isEqualTo(1);
            open.countDown();
            until(() -> workers.taken() == 0);
            assertThat(workers.run(shop, null, () -> "done")).isEqualTo("done");
        }
    }

    @Test
    void neitherOneTenantNorOneOrderTakesAllPlaces() {
        var order = UUID.randomUUID();
        try (var workers = new ContentWorkers(new Bounds(1, 20, 3, 2, LONG))) {
            send(workers, shop, order);
            send(workers, shop, order);
            until(() -> workers.taken() == 2);
            isBusy(workers, shop, order);
            send(workers, shop, UUID.randomUUID());
            until(() -> workers.taken() == 3);
            isBusy(workers, shop, UUID.randomUUID());
            isBusy(workers, shop, null);
            send(workers, new TenantId(UUID.randomUUID()), null);
            until(() -> workers.taken() == 4);
        }
    }

    @Test
    void whoWaitsTooLongIsToldToComeBackAndNothingIsDoneForThemLater() throws Exception {
        var done = new AtomicInteger();
        try (var workers = new ContentWorkers(new Bounds(1, 5, 9, 9, Duration.ofMillis(50)))) {
            var first = send(workers, shop, null);
            until(() -> workers.reading() == 1);
            assertThatExceptionOfType(UnfitFile.class)
                    .isThrownBy(() -> workers.run(shop, UUID.randomUUID(), done::incrementAndGet))
                    .satisfies(unfit -> assertThat(unfit.reason()).isEqualTo(Reason.BUSY));
            assertThat(workers.waiting()).isZero();
            open.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(workers.taken()).isZero();
            assertThat(done).hasValue(0);
        }
    }

    @Test
    void whatFailsFreesItsPlaceAndOverrunsAreCounted() {
        try (var workers = new ContentWorkers(new Bounds(1, 1, 1, 1, LONG))) {
            for (var reason : new Reason[] {Reason.TOO_SLOW, Reason.DAMAGED, Reason.TOO_SLOW}) {
                assertThatExceptionOfType(UnfitFile.class)
                        .isThrownBy(() -> workers.run(shop, UUID.randomUUID(), () -> {
                            throw new UnfitFile(reason, 1);
                        }));
            }
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> workers.run(shop, null, () -> {
                        throw new IOException("gone");
                    }));
            assertThatExceptionOfType(StackOverflowError.class)
                    .isThrownBy(() -> workers.run(shop, null, () -> {
                        throw new StackOverflowError();
                    }));
            assertThat(workers.overruns()).isEqualTo(2);
            assertThat(workers.taken()).isZero();
        }
    }

    private void isBusy(ContentWorkers workers, TenantId tenant, @Nullable UUID order) {
        var before = workers.taken();
        var sent = send(workers, tenant, order);
        until(() -> sent.isDone() || workers.taken() > before);
        assertThat(sent).isDone();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(sent::get)
                .withCauseInstanceOf(UnfitFile.class)
                .withMessageContaining("few seconds");
        assertThat(workers.taken()).as("places").isEqualTo(before);
    }

    /** Stays inside until all are let go. */
    private Future<String> send(ContentWorkers workers, TenantId tenant, @Nullable UUID order) {
        return senders.submit(() -> workers.run(tenant, order, () -> {
            mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                open.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            } finally {
                inside.decrementAndGet();
            }
            return "done";
        }));
    }

    private static void until(java.util.function.BooleanSupplier reached) {
        org.awaitility.Awaitility.await().atMost(LONG).until(reached::getAsBoolean);
    }
}
