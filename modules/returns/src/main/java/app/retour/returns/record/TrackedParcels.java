package app.retour.returns.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface TrackedParcels extends JpaRepository<TrackedParcel, UUID> {
    @Query("""
            select p from TrackedParcel p where p.id in (select c.shipmentId from ParcelItem c where c.returnId = :id)
            order by p.openedAt, p.id""")
    List<TrackedParcel> ofReturn(UUID id);

    @Query("select p from TrackedParcel p where is_any_of(p.id, :ids) order by p.openedAt, p.id")
    List<TrackedParcel> ofIds(UUID... ids);

    default List<TrackedParcel> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : ofIds(ids.toArray(UUID[]::new));
    }
}
