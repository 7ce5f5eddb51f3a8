package app.retour.rules;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredDecisions extends JpaRepository<StoredDecision, UUID> {}
