package app.retour.rules.decisions;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Decisions of the tenant of the moment. */
public interface StoredDecisions extends JpaRepository<StoredDecision, UUID> {}
