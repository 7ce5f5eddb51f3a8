package planted;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

/** What breaks the rules on entities at work. */
public final class BoundToJpa {
    private BoundToJpa() {}

    public record Locks(EntityManager entities) {
        public void lock(Object loaded) {
            entities.lock(loaded, LockModeType.PESSIMISTIC_WRITE);
        }
    }

    public interface AsksWithAList {
        @Query("select e from Entity e where e.id in :ids")
        List<UUID> ofIds(List<UUID> ids);
    }

    public interface AsksByNameWithAList {
        List<UUID> findByIdIn(List<UUID> ids);
    }
}
