package app.retour.rules.publishing;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredExamples extends JpaRepository<StoredExample, UUID> {
    List<StoredExample> findAllByOrderByNameAsc();
}
