package app.retour.returns.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface ParcelItems extends JpaRepository<ParcelItem, UUID> {
    @Query("select c from ParcelItem c where is_any_of(c.returnId, :returns)")
    List<ParcelItem> ofReturns(UUID... returns);

    default List<ParcelItem> ofReturns(Collection<UUID> returns) {
        return returns.isEmpty() ? List.of() : ofReturns(returns.toArray(UUID[]::new));
    }

    @Query("select distinct c.returnId from ParcelItem c where c.shipmentId = :shipment")
    List<UUID> returnsIn(UUID shipment);
}
