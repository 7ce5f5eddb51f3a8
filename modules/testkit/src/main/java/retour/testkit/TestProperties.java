package retour.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The settings of a test context: the shared database, and what the environment gives in production. */
public final class TestProperties implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var sources = context.getEnvironment().getPropertySources();
        var settings = new MapPropertySource("testkit", all());
        // Above application.yaml, below what the test itself says.
        if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, settings);
        } else {
            sources.addFirst(settings);
        }
    }

    /** The same settings, for a process of its own. */
    public static Map<String, Object> all() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.datasource.url", TestDatabase.shared().url());
        settings.put("spring.datasource.username", "retour_app");
        settings.put("spring.datasource.hikari.maximum-pool-size", "8");
        settings.put("spring.datasource.hikari.minimum-idle", "1");
        // A machine that is busy with other tests is no database that is away.
        settings.put("spring.datasource.hikari.connection-timeout", "60000");
        settings.put("spring.datasource.hikari.validation-timeout", "30000");
        settings.put("retour.database.patience", "30s");
        settings.put("spring.liquibase.enabled", "false");
        settings.put("spring.jpa.open-in-view", "false");
        settings.put("spring.jpa.hibernate.ddl-auto", "validate");
        settings.put("spring.threads.virtual.enabled", "true");
        settings.put("spring.graphql.schema.locations", "classpath*:graphql/**/");
        settings.put("spring.modulith.events.jdbc.schema-initialization.enabled", "false");
        settings.put("spring.modulith.events.completion-mode", "delete");
        // Of this JVM alone: another's sweep would take what no row of its database knows.
        settings.put(
                "retour.files.directory",
                Path.of(
                                System.getProperty("retour.root", "."),
                                "target",
                                "files",
                                String.valueOf(ProcessHandle.current().pid()))
                        .toString());
        settings.put(
                "retour.mail.journal", journals(TestDatabase.shared().url()).toString());
        // Nobody is to wait for the next look of a queue; a deployable has seconds for it.
        settings.put("retour.jobs.poll-every", "100ms");
        settings.put("retour.account-mails.pause", "100ms");
        // Tests sign in all the time; no deployable takes so few, see Passwords.
        settings.put("retour.passwords.rounds", "1000");
        // Walks are refused thousands of times.
        settings.put("logging.level.app.retour.api.AccessCheck", "warn");
        // Where the front end is left out, the letters of slips are too.
        settings.put("retour.slip.few-letters", "true");
        settings.put("retour.master-key", "a key for tests, thirty-two bytes or more");
        return settings;
    }

    /** For processes on that database, and no others, which would clear away what is not about theirs. */
    public static Path journals(String database) {
        return Path.of(
                System.getProperty("retour.root", "."),
                "target",
                "mail-journals",
                UUID.nameUUIDFromBytes(database.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }
}
