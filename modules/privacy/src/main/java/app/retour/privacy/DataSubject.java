package app.retour.privacy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of whom an export or an erasure is: a shopper with all that hangs on them.
 *
 * @param shopper null for who bought without an e-mail address: there is one order and nobody known
 */
public record DataSubject(@Nullable UUID shopper, Set<UUID> orders, Set<UUID> returns) {
    public DataSubject {
        orders = Set.copyOf(orders);
        returns = Set.copyOf(returns);
    }

    public static DataSubject ofShopper(UUID shopper) {
        return new DataSubject(shopper, Set.of(), Set.of());
    }

    public static DataSubject ofOrder(UUID order) {
        return new DataSubject(null, Set.of(order), Set.of());
    }

    public DataSubject withShopper(UUID known) {
        return new DataSubject(known, orders, returns);
    }

    public DataSubject withOrders(Collection<UUID> more) {
        return new DataSubject(shopper, both(orders, more), returns);
    }

    public DataSubject withReturns(Collection<UUID> more) {
        return new DataSubject(shopper, orders, both(returns, more));
    }

    private static Set<UUID> both(Set<UUID> known, Collection<UUID> more) {
        return Stream.concat(known.stream(), more.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
