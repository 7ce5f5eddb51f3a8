package app.retour.tenants.tenancy;

import app.retour.kernel.TenantId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * What was read of tenants' set-ups, kept across transactions and used only where the transaction sees the set-up that it was
 * read from ({@link SetupStamps}). For values that cannot change and come from tables with that trigger alone, by a query: an
 * entity found by its id may be one that this transaction changed and has not written. Those used longest ago are let go.
 */
public final class TenantCache<T> {
    private static final int MOST = 5_000;
    private final SetupStamps stamps;
    private final Cache<Key, Kept<T>> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public TenantCache(SetupStamps stamps) {
        this.stamps = stamps;
    }

    private record Key(TenantId tenant, Object of) {}

    private record Kept<T>(long stamp, T value) {}

    /** Of one transaction: two caches may use the same key. */
    private record Place(TenantCache<?> cache, Object of) {}

    /** The one of the tenant of the moment. */
    public T get(Supplier<T> load) {
        return get("", load);
    }

    /** One of several of the tenant of the moment, by what tells them apart. */
    @SuppressWarnings("unchecked")
    public T get(Object of, Supplier<T> load) {
        var seen = stamps.seen();
        if (seen == null) {
            return load.get();
        }
        var place = new Place(this, of);
        if (seen.value(place) instanceof Object known) {
            return (T) known;
        }
        var value = kept(new Key(TenantContext.current(), of), seen.stamp(), load);
        seen.keep(place, value);
        return value;
    }

    private T kept(Key key, long stamp, Supplier<T> load) {
        var known = kept.getIfPresent(key);
        if (known != null && known.stamp == stamp) {
            return known.value;
        }
        var value = load.get();
        // What this transaction wrote itself may never be committed.
        if (stamps.isStill(stamp)) {
            kept.put(key, new Kept<>(stamp, value));
        }
        return value;
    }
}
