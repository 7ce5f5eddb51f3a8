package app.retour.tracking;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All addresses of webhooks. */
interface WebhookEndpoints extends JpaRepository<WebhookEndpoint, UUID> {
    Optional<WebhookEndpoint> findBySource(String source);
}
