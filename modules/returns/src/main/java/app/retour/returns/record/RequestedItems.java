package app.retour.returns.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface RequestedItems extends JpaRepository<RequestedItem, UUID> {
    @Query("select i from RequestedItem i where is_any_of(i.returnId, :returns) order by i.returnId, i.place")
    List<RequestedItem> ofReturns(UUID... returns);

    default List<RequestedItem> ofReturns(Collection<UUID> returns) {
        return returns.isEmpty() ? List.of() : ofReturns(returns.toArray(UUID[]::new));
    }

    /** Returns of these orders with items for which nothing was to be given back. */
    @Query("select distinct i.returnId from RequestedItem i where is_any_of(i.orderId, :orders) and i.worthNothing > 0")
    List<UUID> worthNothingOfOrders(UUID... orders);

    @Query("select i from RequestedItem i where i.orderId = :order")
    List<RequestedItem> ofOrder(UUID order);
}
