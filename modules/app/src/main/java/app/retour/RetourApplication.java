package app.retour;

import app.retour.db.Migrations;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;

/** Retour, one deployable. With the argument {@code migrate} it brings the schema up to date and ends. */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true)
@Modulithic(
        systemName = "Retour",
        sharedModules = {"kernel", "api"})
public class RetourApplication {
    public static void main(String... arguments) throws SQLException {
        if (arguments.length > 0 && arguments[0].equals("migrate")) {
            migrate();
        } else {
            SpringApplication.run(RetourApplication.class, arguments);
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
