package app.retour.embedded;

import app.retour.Carriers;
import app.retour.RetourApplication;
import app.retour.embedded.inbox.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.SpringApplication;

/** {@code mvn spring-boot:run}: the whole product on embedded defaults. */
public final class RetourEmbedded {
    private static final int LOWEST_JAVA = 25;
    // Kept, or the collector takes the level with the logger.
    private static final Logger MIGRATIONS = Logger.getLogger("liquibase");

    private RetourEmbedded() {}

    public static void main(String... arguments) {
        RetourApplication.takeNoLocaleFromTheShell();
        Carriers.provide();
        try {
            start(arguments);
        } catch (CannotStart cannot) {
            System.err.println();
            System.err.println("Retour cannot start. " + cannot.getMessage());
            System.err.println();
            System.exit(1);
        }
    }

    private static void start(String... arguments) {
        MIGRATIONS.setLevel(Level.WARNING);
        requireJava();
        requireFrontEnd();
        var port = freePort(setting("SERVER_PORT", "8080"), "SERVER_PORT");
        var mailPort = freePort(setting("RETOUR_SMTP_PORT", "1025"), "RETOUR_SMTP_PORT");
        var folder = DataFolder.claim(Path.of(setting("RETOUR_DATA", ".data")));
        var database = Database.start(folder);
        var mails = MailServer.start(mailPort, folder.mails(), Clock.systemUTC());
        // After every context is closed: their last statements still need the server.
        SpringApplication.getShutdownHandlers().add(() -> {
            mails.close();
            database.close();
        });
        var application = new SpringApplication(RetourApplication.class);
        application.setDefaultProperties(settings(folder, database, port, mailPort));
        try {
            application.run(arguments);
        } catch (RuntimeException told) {
            // Spring has logged why; the servers' threads would keep the process alive.
            System.exit(1);
        }
    }

    private static Map<String, Object> settings(DataFolder folder, Database database, int port, int mailPort) {
        var settings = new HashMap<String, Object>();
        settings.put("RETOUR_MASTER_KEY", folder.masterKey());
        settings.put("RETOUR_LOG_FORMAT", "");
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", port);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", "retour_app");
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", mailPort);
        settings.put("spring.main.banner-mode", "off");
        settings.put("logging.level.root", "warn");
        settings.put("retour.files.directory", folder.files().toString());
        settings.put("retour.mail.journal", folder.mailJournal().toString());
        settings.put("retour.public-url", "http://localhost:" + port);
        settings.put("retour.demo.unfinished", folder.unfinishedDemo().toString());
        settings.put("retour.inbox.directory", folder.mails().toString());
        return settings;
    }

    private static String setting(String name, String otherwise) {
        var given = System.getenv(name);
        return given == null || given.isBlank() ? otherwise : given;
    }

    private static void requireJava() {
        if (Runtime.version().feature() < LOWEST_JAVA) {
            throw new CannotStart("It needs Java %d or later; this is %s. Install a JDK %d; Maven finds it by itself."
                    .formatted(LOWEST_JAVA, Runtime.version(), LOWEST_JAVA));
        }
    }

    private static void requireFrontEnd() {
        if (RetourApplication.class.getResource("/META-INF/resources/admin/index.html") == null) {
            throw new CannotStart(
                    "The web admin is not built. Install Node 20 or later with npm, then run `mvn spring-boot:run`"
                            + " again (without -Dweb.skip).");
        }
    }

    private static int freePort(String asked, String name) {
        try (var socket = new ServerSocket()) {
            var port = Integer.parseInt(asked);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (NumberFormatException noNumber) {
            throw new CannotStart("%s is '%s', which is no port number.".formatted(name, asked));
        } catch (IOException taken) {
            throw new CannotStart("Port %s is taken. Stop what uses it, or choose another: %s=%d mvn spring-boot:run"
                    .formatted(asked, name, Integer.parseInt(asked) + 1));
        }
    }
}
