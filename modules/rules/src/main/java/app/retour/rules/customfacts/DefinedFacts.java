package app.retour.rules.customfacts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DefinedFacts extends JpaRepository<DefinedFact, UUID> {
    Optional<DefinedFact> findByKey(String key);

    List<DefinedFact> findAllByOrderByKey();
}
