package app.retour.orders.imports;

import app.retour.orders.csv.Told;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cuts a file into what one transaction takes: so many things, and not many more rows than one thing may have. */
final class Batches {
    static final int THINGS = 100;
    static final int ROWS = 2_000;

    private Batches() {}

    /** What comes next, at least one thing where there is one. */
    static <T> List<Told<T>> next(Iterator<Told<T>> file) {
        var batch = new ArrayList<Told<T>>();
        var rows = 0;
        while (file.hasNext() && batch.size() < THINGS && rows < ROWS) {
            var told = file.next();
            rows += told.rows();
            batch.add(told);
        }
        return batch;
    }
}
