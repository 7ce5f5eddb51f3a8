package app.retour.returns.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What hangs on a return, of one kind; read when it is first asked for. */
final class Part<T> {
    private final Supplier<List<T>> source;
    private @Nullable List<T> read;

    Part(Supplier<List<T>> source) {
        this.source = source;
    }

    List<T> all() {
        var known = read;
        if (known == null) {
            known = new ArrayList<>(source.get());
            read = known;
        }
        return known;
    }

    /** What was stored before it was added here may be among those that are read only now. */
    void add(T added) {
        var known = all();
        if (!known.contains(added)) {
            known.add(added);
        }
    }
}
