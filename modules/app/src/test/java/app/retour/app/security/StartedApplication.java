package app.retour.app.security;

import app.retour.RetourApplication;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import retour.testkit.TestProperties;

/** A test against the started application: real HTTP, real PostgreSQL, a real SMTP server with an inbox to look into. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RetourApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.structured.format.console=")
@ContextConfiguration(initializers = StartedApplication.Mail.class)
public @interface StartedApplication {
    /** The SMTP server of this JVM. */
    final class Mail implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final GreenMail INBOX = started();

        public static GreenMail inbox() {
            return INBOX;
        }

        private static GreenMail started() {
            // A mail that is overtaken while it is told is cut off before its end; GreenMail throws then, in a thread
            // of its own,
            // and awaitility would lay that at the door of whoever waits for anything.
            Awaitility.doNotCatchUncaughtExceptionsByDefault();
            var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
            server.start();
            return server;
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var settings = TestProperties.all();
            settings.put("spring.mail.host", "127.0.0.1");
            settings.put("spring.mail.port", INBOX.getSmtp().getPort());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("started", settings));
        }
    }
}
