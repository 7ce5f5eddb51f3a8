package app.retour.rules.publishing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredDrafts extends JpaRepository<StoredDraft, UUID> {
    Optional<StoredDraft> findFirstBy();
}
