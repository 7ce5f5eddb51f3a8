package app.retour.returns.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What hangs on returns that were opened together, of one kind; the first of them that asks reads it for all. */
final class PartOfMany<T> {
    private final Collection<UUID> returns;
    private final Function<Collection<UUID>, Map<UUID, List<T>>> source;
    private @Nullable Map<UUID, List<T>> read;

    PartOfMany(Collection<UUID> returns, Function<Collection<UUID>, Map<UUID, List<T>>> source) {
        this.returns = returns;
        this.source = source;
    }

    Part<T> of(UUID one) {
        return new Part<>(() -> all().getOrDefault(one, List.of()));
    }

    private Map<UUID, List<T>> all() {
        var known = read;
        if (known == null) {
            known = source.apply(returns);
            read = known;
        }
        return known;
    }
}
