package planted;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** What breaks the rules on entities at work. */
public final class BoundToJpa {
    private BoundToJpa() {}

    public record Locks(EntityManager entities) {
        public void lock(Object loaded) {
            entities.lock(loaded, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
