package app.retour.files;

import app.retour.files.UnfitFile.Reason;
import app.retour.kernel.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Few threads of the platform, on which contents that take memory or time are read, and a bounded queue in front. Who
 * waits here holds no such thread, nor any content; whoever finds the queue full, or waits too long in it, is told to
 * come back.
 */
final class ContentWorkers implements AutoCloseable {
    private final Bounds bounds;
    private final ThreadPoolExecutor threads;
    private final SenderPlaces tenants = new SenderPlaces();
    private final SenderPlaces orders = new SenderPlaces();
    private final LongAdder busy = new LongAdder();
    private final LongAdder overrun = new LongAdder();

    /**
     * @param atOnce contents that are read at once
     * @param waiting contents that wait, of all tenants together
     * @param tenant places, being read or waiting, that one tenant may take
     * @param order places that one order, and so one shopper, may take
     * @param patience how long one may wait for its turn
     */
    record Bounds(int atOnce, int waiting, int tenant, int order, Duration patience) {}

    ContentWorkers(Bounds bounds) {
        this.bounds = bounds;
        threads = new ThreadPoolExecutor(
                bounds.atOnce(),
                bounds.atOnce(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(bounds.waiting()),
                Thread.ofPlatform()
                        .daemon()
                        // Counts where the JVM is started with -XX:ThreadPriorityPolicy=1 and
                        // -XX:JavaPriority1_To_OSPriority=19.
                        .priority(Thread.MIN_PRIORITY)
                        .name("content-", 1)
                        .factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Waits until one of the threads has done it, and gives what came out.
     *
     * @param order whose shopper sends it; null for a merchant's own
     * @throws UnfitFile BUSY when there is no place or no turn
     */
    <T> T run(TenantId tenant, @Nullable UUID order, ContentTurn.Work<T> work) throws IOException {
        if (!tenants.take(tenant, bounds.tenant())) {
            throw busy();
        }
        if (order != null && !orders.take(order, bounds.order())) {
            tenants.leave(tenant);
            throw busy();
        }
        var turn = new ContentTurn<>(work, () -> {
            tenants.leave(tenant);
            if (order != null) {
                orders.leave(order);
            }
        });
        try {
            threads.execute(turn);
            return turn.await(bounds.patience());
        } catch (RejectedExecutionException full) {
            turn.giveUp();
            throw busy();
        } catch (TimeoutException late) {
            threads.remove(turn);
            throw busy();
        } catch (InterruptedException stopping) {
            turn.giveUp();
            threads.remove(turn);
            Thread.currentThread().interrupt();
            throw busy();
        } catch (UnfitFile unfit) {
            if (unfit.reason() == Reason.TOO_SLOW) {
                overrun.increment();
            }
            throw unfit;
        }
    }

    private UnfitFile busy() {
        busy.increment();
        return new UnfitFile(Reason.BUSY);
    }

    int waiting() {
        return threads.getQueue().size();
    }

    int reading() {
        return threads.getActiveCount();
    }

    /** Places that are taken; none once nobody sends anything. */
    int taken() {
        return tenants.count();
    }

    /** How many were told to come back. */
    long busyAnswers() {
        return busy.sum();
    }

    /** How many did not end in their time. */
    long overruns() {
        return overrun.sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
