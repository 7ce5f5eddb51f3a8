package app.retour.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationsConfiguration {
    /** What an operator watches: is mail flowing, and has any been given up. */
    @Bean
    MeterBinder notificationMeters(LedgerLoad load) {
        return registry -> {
            Gauge.builder("retour.notifications.waiting", () -> load.now().waiting())
                    .description("Messages queued or being sent, over all merchants")
                    .register(registry);
            Gauge.builder("retour.notifications.failed", () -> load.now().failed())
                    .description("Messages given up, waiting for a person (dead letters)")
                    .register(registry);
            Gauge.builder("retour.notifications.queue.age", () -> load.now().oldestDueSeconds())
                    .description("How long the oldest due message waits")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }
}
