package app.retour.files;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One content's turn to be read: begun by a thread, or given up by whoever waits for it, never both. */
final class ContentTurn<T> implements Runnable {
    private final Work<T> work;
    private final Runnable after;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** What is done on a thread. */
    @FunctionalInterface
    interface Work<T> {
        T call() throws IOException;
    }

    /** @param after what is done once, when the work has ended or will never begin */
    ContentTurn(Work<T> work, Runnable after) {
        this.work = work;
        this.after = after;
    }

    /** @return whether it had not begun, and now never will */
    boolean giveUp() {
        var first = taken.compareAndSet(false, true);
        if (first) {
            after.run();
        }
        return first;
    }

    @Override
    public void run() {
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        try {
            var done = work.call();
            after.run();
            result.complete(done);
        } catch (Throwable failed) {
            after.run();
            result.completeExceptionally(failed);
        }
    }

    /**
     * @param patience how long it may take until it begins; what has begun ends by itself
     * @throws TimeoutException when it had not begun by then: it is given up
     */
    T await(Duration patience) throws IOException, InterruptedException, TimeoutException {
        try {
            try {
                return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                if (giveUp()) {
                    throw late;
                }
                return result.get();
            }
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException broken -> throw broken;
                case RuntimeException refused -> throw refused;
                case Error fatal -> throw fatal;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }
}
