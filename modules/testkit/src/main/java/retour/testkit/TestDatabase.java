package retour.testkit;

import app.retour.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One PostgreSQL 18 for a test JVM, with the roles and the schema of production. Starts on first use. */
public final class TestDatabase {
    private final EmbeddedPostgres server;
    private final String name;

    private TestDatabase(EmbeddedPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    public static TestDatabase shared() {
        return Holder.SHARED;
    }

    /** Another database on the same server, for processes that must not meet the contexts of this JVM. */
    public TestDatabase apart(String suffix) {
        var another = new TestDatabase(server, name + "_" + suffix);
        try {
            another.create();
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException("The database for " + suffix + " could not be made", broken);
        }
        return another;
    }

    /** Another one on the same server, as an administrator leaves it to an operator: with the roles and nothing else. */
    public TestDatabase bootstrapped(String suffix) {
        var another = new TestDatabase(server, name + "_" + suffix);
        try {
            another.bootstrap();
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException("The database for " + suffix + " could not be made", broken);
        }
        return another;
    }

    private void create() throws SQLException, IOException {
        bootstrap();
        try (var owner = as("retour_owner")) {
            Migrations.run(owner);
        }
    }

    private void bootstrap() throws SQLException, IOException {
        try (var admin = server.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            statement.execute("create database " + name);
        }
        try (var admin = as("postgres");
                var statement = admin.createStatement()) {
            statement.execute(script());
        }
    }

    /** JDBC address, without a user; every role logs in without a password on this loopback server. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
    }

    /** A connection as a role of the house: {@code retour_owner}, {@code retour_app}, or {@code postgres}. */
    public Connection as(String role) throws SQLException {
        return server.getDatabase(role, name).getConnection();
    }

    private static TestDatabase start() {
        try {
            var folder = Path.of(System.getProperty("retour.root", "."), "target", "postgres");
            Files.createDirectories(folder);
            var data = Files.createTempDirectory(folder, "data-");
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setDataDirectory(data)
                    .setPort(freePort())
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setCleanDataDirectory(true)
                    .setRegisterShutdownHook(false)
                    .start();
            requireOwn(server, data);
            var started = new TestDatabase(server, "retour");
            started.create();
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "stop PostgreSQL"));
            return started;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (SQLException broken) {
            throw new IllegalStateException("The test database could not be made", broken);
        }
    }

    /** Below those that the system gives to callers: other tests talk to their servers while this one starts. */
    private static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one.
            }
        }
    }

    /** Last of all: the contexts of the tests close at the same time, and their jobs still talk to the server. */
    private void stop() {
        try (var admin = as("postgres");
                var statement =
                        admin.prepareStatement("select count(*) from pg_stat_activity where usename = 'retour_app'")) {
            for (var tries = 0; tries < 100 && isBusy(statement); tries++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            server.close();
        } catch (IOException | SQLException gone) {
            // The JVM ends anyway.
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isBusy(PreparedStatement statement) throws SQLException {
        try (var answer = statement.executeQuery()) {
            return answer.next() && answer.getInt(1) > 0;
        }
    }

    /** A taken port would silently lead to somebody else's server. */
    private static void requireOwn(EmbeddedPostgres server, Path data) throws SQLException, IOException {
        try (var admin = server.getPostgresDatabase().getConnection();
                var answer = admin.createStatement().executeQuery("show data_directory")) {
            answer.next();
            if (!Path.of(answer.getString(1)).toRealPath().equals(data.toRealPath())) {
                throw new IllegalStateException("This is another PostgreSQL server: " + answer.getString(1));
            }
        }
    }

    private static String script() throws IOException {
        try (var script = Objects.requireNonNull(
                Migrations.class.getClassLoader().getResourceAsStream("db/bootstrap.sql"), "db/bootstrap.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Holder {
        static final TestDatabase SHARED = start();
    }
}
