package app.retour.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import retour.testkit.TestDatabase;

/**
 * What stands in databases that Liquibase 5.0.4 migrated before 2026-11-30: the sums of the changesets that it ran. Where one is
 * reckoned otherwise, or a changeset was edited after it ran somewhere, those databases are refused.
 */
class MigratedBeforeTests {
    @Test
    void noChangesetThatRanSomewhereIsReckonedOtherwise() throws IOException, SQLException {
        assertThat(today()).containsAllEntriesOf(before());
    }

    private static Map<String, String> before() throws IOException {
        try (var file = Objects.requireNonNull(
                MigratedBeforeTests.class.getResourceAsStream("/migrated-by-liquibase-5.0.4.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        }
    }

    private static Map<String, String> today() throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (var connection = TestDatabase.shared().as("postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select id, md5sum from public.databasechangelog")) {
            while (answer.next()) {
                sums.put(answer.getString(1), answer.getString(2));
            }
        }
        return sums;
    }
}
