package app.retour.rules.publishing;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface KeptExamples extends JpaRepository<KeptExample, UUID> {
    List<KeptExample> findAllByOrderByNameAsc();
}
