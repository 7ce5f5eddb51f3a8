package retour.testkit;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Whatever modules are on a test's class path, put together as the application would. */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "app.retour")
@EntityScan("app.retour")
@EnableJpaRepositories(basePackages = "app.retour", considerNestedRepositories = true)
@ComponentScan("app.retour")
public class TestApplication {
    @Bean
    TestClock clock() {
        return new TestClock();
    }
}
