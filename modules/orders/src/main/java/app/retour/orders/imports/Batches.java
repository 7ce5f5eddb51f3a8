package app.retour.orders.imports;

import app.retour.orders.csv.GroupedFile;
import app.retour.orders.csv.Told;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts a file into what one transaction takes: so many things, and not many more rows than one thing may have. What is
 * written as a set may be large: it holds its rows for less than a second, and its progress can still be watched.
 */
record Batches(int things, int rows) {
    static final Batches OF_SETS = new Batches(1_000, 4_000);

    /**
     * Some of a file.
     *
     * @param bytes how far the file is read behind them, or a little further
     */
    record Batch<T>(List<Told<T>> told, long bytes) {
        /** A tenth of them each, to find the one that is refused in few transactions. */
        List<Batch<T>> parts() {
            var size = Math.max(1, told.size() / 10);
            var parts = new ArrayList<Batch<T>>();
            for (var from = 0; from < told.size(); from += size) {
                parts.add(new Batch<>(told.subList(from, Math.min(told.size(), from + size)), bytes));
            }
            return parts;
        }
    }

    /** What comes next of a file, empty at its end. */
    <T> Batch<T> next(GroupedFile<T> file) {
        return new Batch<>(next((Iterator<Told<T>>) file), file.bytesRead());
    }

    /** What comes next, at least one thing where there is one. */
    <T> List<Told<T>> next(Iterator<Told<T>> file) {
        var batch = new ArrayList<Told<T>>();
        var read = 0;
        while (file.hasNext() && batch.size() < things && read < rows) {
            var told = file.next();
            read += told.rows();
            batch.add(told);
        }
        return batch;
    }
}
