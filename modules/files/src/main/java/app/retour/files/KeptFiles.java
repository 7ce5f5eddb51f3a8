package app.retour.files;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rows of stored files. */
interface KeptFiles extends JpaRepository<KeptFile, UUID> {}
