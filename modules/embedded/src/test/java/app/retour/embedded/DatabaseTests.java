package app.retour.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTests {
    @TempDir
    Path root;

    @Test
    void itSurvivesCutExtractionsAndRestarts() throws IOException, SQLException {
        var folder = DataFolder.claim(root);
        Files.createDirectories(folder.binaries().resolve("PG-half").resolve("lib"));
        Files.writeString(folder.binaries().resolve("PG-half/lib/libicuuc.so"), "cut off");
        try (var first = Database.start(folder)) {
            assertThat(ask(first, "postgres", "show fsync")).isEqualTo("on");
            assertThat(ask(first, "postgres", "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(first, "postgres", "show autovacuum_naptime")).isEqualTo("10s");
            assertThat(ask(first, "postgres", "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(first, "postgres", "show unix_socket_directories")).isEmpty();
            assertNobodyComesInWithoutThePassword(first);
            assertThat(ask(
                            first,
                            "retour_app",
                            "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(folder.binaries().resolve("PG-half")).doesNotExist();
            tell(first, "create table public.kept as select 42 as answer");
        }
        try (var second = Database.start(folder)) {
            assertThat(ask(second, "postgres", "select answer from public.kept"))
                    .isEqualTo("42");
            assertThat(ask(second, "postgres", "show data_directory"))
                    .isEqualTo(folder.database().toString());
        }
    }

    /** As every start made them before there were passwords; and as one is opened whose password was lost. */
    @Test
    void aFolderThatLetAnybodyInStartsAndDoesSoNoMore() throws IOException, SQLException {
        var folder = DataFolder.claim(root);
        try (var before = Database.start(folder)) {
            tell(before, "create table public.kept as select 42 as answer");
            tell(before, """
                    alter role retour_owner password null;
                    alter role retour_app password null;
                    alter role postgres password null""");
        }
        Files.writeString(folder.database().resolve("pg_hba.conf"), """
                # TYPE  DATABASE        USER            ADDRESS                 METHOD
                local   all             all                                     trust
                host    all             all             127.0.0.1/32            trust
                host    all             all             ::1/128                 trust
                """);
        Files.delete(folder.databasePasswordFile());
        try (var now = Database.start(folder)) {
            assertThat(ask(now, "retour_app", "select current_user")).isEqualTo("retour_app");
            assertThat(ask(now, "postgres", "select answer from public.kept")).isEqualTo("42");
            assertNobodyComesInWithoutThePassword(now);
        }
    }

    private static void assertNobodyComesInWithoutThePassword(Database database) {
        for (var role : List.of("postgres", "retour_owner", "retour_app")) {
            for (var guess : List.of("", role, "postgres")) {
                // A server that was just told may let in for another moment.
                await().atMost(Duration.ofMinutes(3))
                        .untilAsserted(() -> assertThatThrownBy(
                                        () -> DriverManager.getConnection(database.url(), role, guess)
                                                .close())
                                .isInstanceOf(SQLException.class)
                                .hasMessageContaining("password"));
            }
        }
    }

    @Test
    void aKilledServerRunsAgainOnTheSamePortAndData() throws IOException, SQLException {
        var folder = DataFolder.claim(root);
        try (var database = Database.start(folder)) {
            tell(database, "create table public.kept as select 42 as answer");
            var killed = new Postmaster(folder.database()).process().orElseThrow();
            assertThat(killed.destroyForcibly()).isTrue();
            await().atMost(Duration.ofMinutes(3)).ignoreExceptions().untilAsserted(() -> {
                assertThat(new Postmaster(folder.database()).process())
                        .hasValueSatisfying(process -> assertThat(process.pid()).isNotEqualTo(killed.pid()));
                assertThat(ask(database, "postgres", "select answer from public.kept"))
                        .isEqualTo("42");
            });
            assertThat(ask(database, "postgres", "show fsync")).isEqualTo("on");
        }
        assertThat(new Postmaster(folder.database()).isRunning())
                .as("stopped on purpose it stays so")
                .isFalse();
    }

    private static String ask(Database database, String role, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), role, database.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(Database database, String order) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", database.password());
                var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
