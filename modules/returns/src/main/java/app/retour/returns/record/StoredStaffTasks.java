package app.retour.returns.record;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface StoredStaffTasks extends JpaRepository<StoredStaffTask, UUID> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from StoredStaffTask t where t.id = :id")
    Optional<StoredStaffTask> hold(UUID id);

    @Query("select t.returnId from StoredStaffTask t where t.id = :id")
    Optional<UUID> returnOf(UUID id);

    @Query("select t from StoredStaffTask t where is_any_of(t.returnId, :returns) order by t.openedAt, t.id")
    List<StoredStaffTask> ofReturns(UUID... returns);

    default List<StoredStaffTask> ofReturns(Collection<UUID> returns) {
        return returns.isEmpty() ? List.of() : ofReturns(returns.toArray(UUID[]::new));
    }
}
