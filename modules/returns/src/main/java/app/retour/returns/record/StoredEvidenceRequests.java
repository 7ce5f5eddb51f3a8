package app.retour.returns.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface StoredEvidenceRequests extends JpaRepository<StoredEvidenceRequest, UUID> {
    @Query("select w from StoredEvidenceRequest w where is_any_of(w.returnId, :returns) order by w.askedAt, w.id")
    List<StoredEvidenceRequest> ofReturns(UUID... returns);

    default List<StoredEvidenceRequest> ofReturns(Collection<UUID> returns) {
        return returns.isEmpty() ? List.of() : ofReturns(returns.toArray(UUID[]::new));
    }
}
