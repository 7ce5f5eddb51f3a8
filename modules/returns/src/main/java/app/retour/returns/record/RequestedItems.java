package app.retour.returns.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface RequestedItems extends JpaRepository<RequestedItem, UUID> {
    @Query("select i from RequestedItem i where i.returnId in :returns order by i.returnId, i.place")
    List<RequestedItem> ofReturns(Collection<UUID> returns);

    /** Returns of these orders with items for which nothing was to be given back. */
    @Query("select distinct i.returnId from RequestedItem i where i.orderId in :orders and i.worthNothing > 0")
    List<UUID> worthNothingOfOrders(Collection<UUID> orders);

    @Query("select i from RequestedItem i where i.orderId = :order")
    List<RequestedItem> ofOrder(UUID order);
}
