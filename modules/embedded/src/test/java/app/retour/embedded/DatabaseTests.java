package app.retour.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
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
        try (var connection = DriverManager.getConnection(database.url(), role, "");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(Database database, String order) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
