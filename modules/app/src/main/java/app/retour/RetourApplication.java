package app.retour;

import app.retour.app.ParkedPublications;
import app.retour.db.Migrations;
import app.retour.rules.Recomputation;
import app.retour.tenants.secrets.SecretRotation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.modulith.Modulithic;

/**
 * Retour, one deployable. Without an argument, or with {@code serve}, it serves; with {@code migrate} it brings the schema up
 * to date and ends; with {@code recompute} it judges every stored decision again, tells what differs, and ends; with
 * {@code rotate} it seals every secret under the first master key, tells how many, and ends; with
 * {@code parked} it lists the events that are given to nobody any more, and with {@code retry} and perhaps the id of one it
 * gives them another round.
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
        Carriers.provide();
        var task = arguments.length == 0 || arguments[0].startsWith("--") ? "serve" : arguments[0];
        switch (task) {
            case "serve" -> serving().run(arguments);
            case "migrate" -> asOperator(Migrations::run);
            case "parked" -> asOperator(RetourApplication::tellParked);
            case "retry" ->
                asOperator(connection -> LOG.info(
                        "{} events go to their listeners again",
                        parked(connection).retry(arguments.length < 2 ? null : UUID.fromString(arguments[1]))));
            case "recompute" -> System.exit(beside(RetourApplication::recompute));
            case "rotate" -> System.exit(beside(RetourApplication::rotate));
            default ->
                refuse("There is no `%s`; one of: serve, migrate, recompute, rotate, parked, retry [id]"
                        .formatted(task));
        }
    }

    /** Measures have a port of their own unless an operator says otherwise: who comes from outside is not meant to find them. */
    static SpringApplication serving() {
        var application = new SpringApplication(RetourApplication.class);
        application.setDefaultProperties(Map.of("management.server.port", "8081"));
        return application;
    }

    /**
     * Addresses, statements and messages are formatted with numbers: under ar_EG, Java writes them in digits that neither
     * PostgreSQL nor a port knows (JDK 25.0.3, seen 2026-11-30). What a reader reads names its language.
     */
    public static void takeNoLocaleFromTheShell() {
        Locale.setDefault(Locale.ENGLISH);
    }

    /** With everything started but what replicas do. */
    private static int beside(ToIntFunction<ApplicationContext> task) {
        // Above the environment, which may be that of a replica beside it; and what is to be done, replicas do.
        try (var context = SpringApplication.run(
                RetourApplication.class,
                "--server.port=0",
                "--management.server.port=-1",
                "--retour.jobs.enabled=false",
                "--retour.notifications.enabled=false")) {
            return task.applyAsInt(context);
        }
    }

    /** @return 0 when every decision recomputes to itself, otherwise 1 */
    private static int recompute(ApplicationContext context) {
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

    /** @return 0 when nothing needs another master key than the first any more, otherwise 1 */
    private static int rotate(ApplicationContext context) {
        var report = context.getBean(SecretRotation.class).all();
        report.unreadable().forEach(one -> LOG.warn("{} is sealed under a master key that was not given", one));
        LOG.info(
                "{} secrets sealed under RETOUR_MASTER_KEY that were not before, {} cannot be read{}",
                report.resealed(),
                report.unreadable().size(),
                report.unreadable().isEmpty() ? "; no other master key is needed any more" : "");
        return report.unreadable().isEmpty() ? 0 : 1;
    }

    /** Without starting the application, on one connection; {@code migrate} as the role that owns the schema. */
    private static void asOperator(Work work) throws SQLException {
        var url = System.getenv("SPRING_DATASOURCE_URL");
        if (url == null) {
            refuse("SPRING_DATASOURCE_URL is not set: the JDBC address of the database");
            return;
        }
        try (var connection = DriverManager.getConnection(
                url, System.getenv("SPRING_DATASOURCE_USERNAME"), System.getenv("SPRING_DATASOURCE_PASSWORD"))) {
            work.on(connection);
        }
    }

    /** On the console: whoever typed it reads it there. */
    private static void refuse(String why) {
        System.err.println(why);
        System.exit(2);
    }

    private static void tellParked(Connection connection) {
        var parked = parked(connection).all();
        parked.forEach(each -> LOG.info("{}", each));
        LOG.info("{} events are parked", parked.size());
    }

    private static ParkedPublications parked(Connection connection) {
        return new ParkedPublications(
                JdbcClient.create(new SingleConnectionDataSource(connection, true)), Clock.systemUTC());
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
