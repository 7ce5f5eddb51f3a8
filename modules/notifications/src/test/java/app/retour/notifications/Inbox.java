package app.retour.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.awaitility.Awaitility;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One SMTP server for all tests; each looks only into its own mailboxes. */
final class Inbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final GreenMail SERVER = start();

    private static GreenMail start() {
        // A mail that is overtaken while it is told is cut off before its end; GreenMail throws then, in a thread of
        // its own,
        // and awaitility would lay that at the door of whoever waits for anything.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        return server;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.mail.port=" + SERVER.getSmtp().getPort()).applyTo(context);
    }
}
