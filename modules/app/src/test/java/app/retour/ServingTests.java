package app.retour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** What the deployable is set to before anybody sets anything. */
class ServingTests {
    @Test
    void measuresHaveAPortOfTheirOwn() {
        assertThat(prepared().getProperty("management.server.port")).isEqualTo("8081");
        assertThat(prepared("--management.server.port=9000").getProperty("management.server.port"))
                .as("an operator's word counts")
                .isEqualTo("9000");
        assertThat(prepared().getProperty("management.endpoint.health.probes.add-additional-paths"))
                .as("health stays at the public port too, for what balances load")
                .isEqualTo("true");
    }

    /** As far as settings go; nothing is started. */
    private static Environment prepared(String... arguments) {
        var seen = new AtomicReference<Environment>();
        var application = RetourApplication.serving();
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) event -> {
            seen.set(event.getEnvironment());
            throw new SpringApplication.AbandonedRunException();
        });
        assertThatThrownBy(() -> application.run(arguments))
                .isInstanceOf(SpringApplication.AbandonedRunException.class);
        return seen.get();
    }
}
