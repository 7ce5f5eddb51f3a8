package app.retour.tenants.clients;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;

interface RegisteredPrograms extends JpaRepository<RegisteredProgram, UUID> {
    Window<RegisteredProgram> findAllBy(ScrollPosition position, Limit limit, Sort sort);

    Optional<RegisteredProgram> findByClientId(String clientId);
}
