package app.retour.returns.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface EvidenceWishes extends JpaRepository<EvidenceWish, UUID> {
    @Query("select w from EvidenceWish w where w.returnId in :returns order by w.askedAt, w.id")
    List<EvidenceWish> ofReturns(Collection<UUID> returns);
}
