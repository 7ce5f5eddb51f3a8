package app.retour.orders.imports;

import app.retour.orders.csv.GroupedFile;
import app.retour.orders.imports.Batches.Batch;
import app.retour.tenants.tenancy.TenantContext;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads the next batch of a file while the last one is stored, and no further. What goes wrong in reading is thrown where
 * the batch is asked for, so that what stands before it is stored.
 */
final class ReadAhead<T> implements AutoCloseable {
    private final GroupedFile<T> file;
    private final Batches batches;
    private FutureTask<Batch<T>> reading;

    ReadAhead(GroupedFile<T> file, Batches batches) {
        this.file = file;
        this.batches = batches;
        this.reading = begin();
    }

    /** In a thread of the system: one that reads all the time would leave a carrier to no other virtual one. */
    private FutureTask<Batch<T>> begin() {
        var tenant = TenantContext.current();
        var task = new FutureTask<>(() -> TenantContext.callAs(tenant, () -> batches.next(file)));
        Thread.ofPlatform().daemon().name("import-reader").start(task);
        return task;
    }

    /** Empty at the end of the file. */
    Batch<T> next() {
        var batch = await();
        if (!batch.told().isEmpty()) {
            reading = begin();
        }
        return batch;
    }

    private Batch<T> await() {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("A file could not be read", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The reading of a file was stopped", stopped);
        }
    }

    /** Waits until nobody reads the file any more. */
    @Override
    public void close() {
        try {
            reading.get();
        } catch (ExecutionException over) {
            // It was thrown already, or somebody gave up before.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
