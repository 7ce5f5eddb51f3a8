package app.retour.returns;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AllEvidence extends JpaRepository<GivenEvidence, UUID> {}
