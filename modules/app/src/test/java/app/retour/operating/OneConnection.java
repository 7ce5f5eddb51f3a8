package app.retour.operating;

import app.retour.RetourApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import retour.testkit.TestProperties;

/**
 * The started application with a single database connection: whoever asks for a second while holding the first gets an
 * error after two seconds. Nothing runs in the background, and every statement is noted.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RetourApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=1",
            "spring.datasource.hikari.connection-timeout=2000",
            "retour.jobs.enabled=false",
            "retour.notifications.enabled=false",
            "logging.structured.format.console="
        })
@Import(Statements.class)
@ContextConfiguration(initializers = TestProperties.class)
@interface OneConnection {}
