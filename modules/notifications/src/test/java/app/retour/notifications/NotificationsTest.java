package app.retour.notifications;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;
import retour.testkit.TestProperties;

/** This module with a real database and a real SMTP server; the test says when the dispatcher runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RetourTest
@Import({Scenery.class, Announcements.class})
@ContextConfiguration(initializers = {TestProperties.class, Inbox.class})
@TestPropertySource(
        properties = {
            "retour.notifications.enabled=false",
            "retour.notifications.lease=2s",
            "retour.notifications.first-pause=1s",
            "retour.notifications.max-attempts=3",
            "retour.jobs.enabled=false",
            "spring.mail.host=127.0.0.1"
        })
public @interface NotificationsTest {}
