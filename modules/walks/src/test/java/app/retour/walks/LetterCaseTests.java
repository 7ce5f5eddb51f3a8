package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import retour.testkit.Sources;
import retour.testkit.TestDatabase;

/**
 * PostgreSQL 18.6, 2026-11-29: lower() folds letters as the database's locale does, and a database made where LANG is unset
 * (C) knows ASCII only. The collation pg_c_utf8 is in every database since 17, whatever its locale.
 */
class LetterCaseTests {
    private static final Pattern FOLDS =
            Pattern.compile("\\blower\\((?!\\))[^()]*\\)|\\bilike\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void theCollationFindsWhatTheLocaleMayNot() throws SQLException {
        try (var database = TestDatabase.shared().as("retour_app");
                var statement = database.createStatement();
                var answer = statement.executeQuery(
                        "select lower('ÖZLEM' collate \"C\"), lower('ÖZLEM' collate pg_c_utf8)")) {
            answer.next();
            assertThat(answer.getString(1))
                    .as("as a database of the locale C says it")
                    .isEqualTo("Özlem");
            assertThat(answer.getString(2)).isEqualTo("özlem");
        }
    }

    @Test
    void noLookUpFoldsLettersByTheDatabasesLocale() throws IOException {
        assertThat(Sources.of("main").stream()
                        .filter(file -> file.toString().endsWith(".java"))
                        .flatMap(LetterCaseTests::folded)
                        .filter(folded -> !folded.contains("collate pg_c_utf8")))
                .isEmpty();
    }

    private static Stream<String> folded(Path file) {
        try {
            return FOLDS.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group() + " in " + file.getFileName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
