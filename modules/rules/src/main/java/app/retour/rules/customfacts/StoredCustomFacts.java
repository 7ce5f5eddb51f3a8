package app.retour.rules.customfacts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredCustomFacts extends JpaRepository<StoredCustomFact, UUID> {
    Optional<StoredCustomFact> findByKey(String key);

    List<StoredCustomFact> findAllByOrderByKey();
}
