package app.retour.app.uploads;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the valve in front of everything. */
@Configuration(proxyBeanMethods = false)
class UploadsConfiguration {
    /** A phone with a poor connection sends some 5,000 bytes a second. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slowSenders(
            @Value("${retour.uploads.grace:30s}") Duration grace,
            @Value("${retour.uploads.bytes-per-second:1000}") long bytesPerSecond) {
        var pace = new SlowSenders.Pace(grace, bytesPerSecond);
        return server -> server.addEngineValves(new SlowSenders(pace, System::nanoTime));
    }
}
