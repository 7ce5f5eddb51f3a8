package app.retour.returns.goods;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface StoredDiscrepancies extends JpaRepository<StoredDiscrepancy, UUID> {
    @Query("select d from StoredDiscrepancy d where d.returnId = :id order by d.openedAt, d.id")
    List<StoredDiscrepancy> ofReturn(UUID id);

    @Query("select d.returnId from StoredDiscrepancy d where d.id = :id")
    Optional<UUID> returnOf(UUID id);
}
