package app.retour.tracking;

import app.retour.tenants.secrets.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module keeps sealed. */
@Configuration(proxyBeanMethods = false)
class SealedColumnsOfTracking {
    @Bean
    SealedColumn sealedWebhookSecrets() {
        return SealedColumn.ofTenants("tracking.webhook_endpoint", "sealed_secret", TrackingEndpoints.SECRET_PURPOSE);
    }
}
