package app.retour;

import app.retour.db.Migrations;
import app.retour.rules.Recomputation;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;

/**
 * Retour, one deployable. With the argument {@code migrate} it brings the schema up to date and ends; with {@code recompute}
 * it judges every stored decision again, tells what differs, and ends.
 */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true)
@Modulithic(
        systemName = "Retour",
        sharedModules = {"kernel", "api"})
public class RetourApplication {
    private static final Logger LOG = LoggerFactory.getLogger(RetourApplication.class);

    public static void main(String... arguments) throws SQLException {
        takeNoLocaleFromTheShell();
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "migrate" -> migrate();
            case "recompute" -> System.exit(recompute());
            default -> SpringApplication.run(RetourApplication.class, arguments);
        }
    }

    /**
     * Addresses, statements and messages are formatted with numbers: under ar_EG, Java writes them in digits that neither
     * PostgreSQL nor a port knows (JDK 25.0.3, seen 2026-11-30). What a reader reads names its language.
     */
    public static void takeNoLocaleFromTheShell() {
        Locale.setDefault(Locale.ENGLISH);
    }

    /** @return 0 when every decision recomputes to itself, otherwise 1 */
    private static int recompute() {
        var application = new SpringApplication(RetourApplication.class);
        application.setDefaultProperties(Map.of("server.port", "0", "db-scheduler.enabled", "false"));
        try (var context = application.run()) {
            var report = context.getBean(Recomputation.class).all();
            report.different()
                    .forEach(one -> LOG.warn(
                            "Decision {} of tenant {} was {} and is {} now",
                            one.decision().value(),
                            one.tenant(),
                            one.stored(),
                            one.recomputed()));
            LOG.info(
                    "{} decisions, {} differ; {} read what was erased since and stand as they are",
                    report.decisions(),
                    report.differing(),
                    report.erased());
            return report.differing() == 0 ? 0 : 1;
        }
    }

    /** As the role that owns the schema, which the running application never is. */
    private static void migrate() throws SQLException {
        try (var owner = DriverManager.getConnection(
                System.getenv("SPRING_DATASOURCE_URL"),
                System.getenv("SPRING_DATASOURCE_USERNAME"),
                System.getenv("SPRING_DATASOURCE_PASSWORD"))) {
            Migrations.run(owner);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
