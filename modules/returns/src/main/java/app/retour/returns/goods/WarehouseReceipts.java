package app.retour.returns.goods;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface WarehouseReceipts extends JpaRepository<WarehouseReceipt, UUID> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from WarehouseReceipt r where r.id = :id")
    Optional<WarehouseReceipt> hold(UUID id);

    @Query("select r.returnId from WarehouseReceipt r where r.id = :id")
    Optional<UUID> returnOf(UUID id);

    @Query("select r from WarehouseReceipt r where r.returnId = :id order by r.openedAt, r.id")
    List<WarehouseReceipt> ofReturn(UUID id);

    @Query("select r from WarehouseReceipt r where r.returnId = :id and r.closedAt is null")
    Optional<WarehouseReceipt> openFor(UUID id);

    @Query("select min(r.closedAt) from WarehouseReceipt r where r.returnId = :id")
    Optional<Instant> firstClosed(UUID id);
}
