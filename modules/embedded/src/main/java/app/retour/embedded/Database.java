package app.retour.embedded;

import app.retour.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;

/**
 * PostgreSQL of the data folder, with the roles and the schema of production. Safe settings: what is committed survives a
 * power cut.
 */
final class Database implements AutoCloseable {
    private static final String NAME = "retour";
    private static final int STOPPING_SECONDS = 15;
    private static final int LOOKS_A_SECOND = 10;
    private final EmbeddedPostgres server;
    private final String password;
    private final Reviver reviver;

    private Database(EmbeddedPostgres server, String password, Postmaster process) {
        this.server = server;
        this.password = password;
        this.reviver = Reviver.of(process);
    }

    /** @throws CannotStart when the server does not come up */
    static Database start(DataFolder folder) {
        var process = new Postmaster(folder.database());
        stopOrphan(process);
        mendBinaries(folder.binaries());
        var door = DatabaseDoor.of(folder.database());
        try {
            if (!Files.exists(folder.databasePasswordFile())) {
                door.openForOwner();
            }
            var password = folder.databasePassword();
            var server = withPassword(withOwnLocale(EmbeddedPostgres.builder()), folder)
                    .setConnectConfig("password", password)
                    .setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setDataDirectory(folder.database())
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    // It begins empty, and what was planned for empty tables reads them from end to end until they are
                    // counted.
                    .setServerConfig("autovacuum_naptime", "10s")
                    // For this machine alone, and no socket in a folder that others may write to.
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setRegisterShutdownHook(false)
                    .start();
            var database = new Database(server, password, process);
            database.requireOwn(folder.database());
            Files.writeString(folder.binaries().resolve("complete"), "yes");
            database.prepare(door);
            return database;
        } catch (IOException | SQLException broken) {
            throw new CannotStart(
                    "PostgreSQL did not start on %s: %s. If its files are damaged, move the folder away and start again."
                            .formatted(folder.database(), broken.getMessage()));
        }
    }

    /**
     * Never the locale of the shell that starts it: where LANG is unset, lower() would know ASCII only; where it names a
     * locale that is not installed, initdb refuses. Heard only when the data folder is new.
     */
    private static EmbeddedPostgres.Builder withOwnLocale(EmbeddedPostgres.Builder builder) {
        return builder.setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    /** Heard only when the data folder is new: it never lets in anybody without. */
    private static EmbeddedPostgres.Builder withPassword(EmbeddedPostgres.Builder builder, DataFolder folder) {
        return builder.setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.databasePasswordFile().toString());
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME);
    }

    /** Of every role of ours. */
    String password() {
        return password;
    }

    @Override
    public void close() {
        reviver.close();
        try {
            server.close();
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }

    /** A taken port would silently lead to somebody else's server: look whose it is before any change to it. */
    private void requireOwn(Path data) throws SQLException, IOException {
        try (var admin = as("postgres", "postgres");
                var statement = admin.createStatement();
                var answer = statement.executeQuery("show data_directory")) {
            answer.next();
            if (!Path.of(answer.getString(1)).toRealPath().equals(data.toRealPath())) {
                throw new CannotStart(
                        "Port %d leads to another PostgreSQL (its data is in %s). Start again for another port."
                                .formatted(server.getPort(), answer.getString(1)));
            }
        }
    }

    private void prepare(DatabaseDoor door) throws SQLException, IOException {
        try (var admin = as("postgres", "postgres");
                var statement = admin.createStatement()) {
            if (door.isOpen()) {
                door.close(admin, password);
            }
            var exists = statement.executeQuery("select from pg_database where datname = '" + NAME + "'");
            if (!exists.next()) {
                statement.execute("create database " + NAME);
            }
        }
        try (var admin = as("postgres", NAME);
                var statement = admin.createStatement();
                var script = Objects.requireNonNull(
                        Migrations.class.getClassLoader().getResourceAsStream("db/bootstrap.sql"))) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            DatabaseDoor.setPassword(admin, "retour_owner", password);
            DatabaseDoor.setPassword(admin, "retour_app", password);
        }
        try (var owner = as("retour_owner", NAME)) {
            Migrations.run(owner);
        }
    }

    private Connection as(String role, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database), role, password);
    }

    /** A killed start leaves its server behind, which holds the data folder; or the number of one that died with it. */
    private static void stopOrphan(Postmaster process) {
        try {
            if (process.isRunning()) {
                process.process().ifPresent(ProcessHandle::destroy);
            }
            for (var tries = 0; process.isRunning() || process.isInUse(); tries++) {
                if (tries > STOPPING_SECONDS * LOOKS_A_SECOND) {
                    throw new CannotStart(
                            "A PostgreSQL of an earlier start still runs on the data folder and does not stop. End the"
                                    + " process named in %s and start again."
                                            .formatted(process.data().resolve("postmaster.pid")));
                }
                Thread.sleep(1_000 / LOOKS_A_SECOND);
            }
            process.forgetDead();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** An extraction that was cut off leaves a folder that no later start can use. */
    private static void mendBinaries(Path binaries) {
        if (Files.exists(binaries) && !Files.exists(binaries.resolve("complete"))) {
            try (var all = Files.walk(binaries)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        try {
            Files.createDirectories(binaries);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
