package app.retour.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import retour.testkit.Sources;

/** JDK 25.0.3 carries 2026a, Debian had 2026b on 2026-11-29, PostgreSQL 18.0 to 18.6 carry older and newer ones. */
@ExtendWith(OutputCaptureExtension.class)
class TimeZoneTablesTests {
    private static final Pattern COUNTS_DAYS = Pattern.compile(
            "\\b(at time zone|current_date|date_trunc|localtimestamp|make_date|::date\\b|cast\\((?!:)[^)]* as date\\))",
            Pattern.CASE_INSENSITIVE);

    @Test
    void anOlderEditionThanTheBuildKnewIsWarnedOfAndShown(CapturedOutput output) {
        var tables = new TimeZoneTables("2026b", "2026a");
        tables.on();
        assertThat(output).contains("2026a", "2026b", "Update the JDK");
        var info = new Info.Builder();
        tables.contribute(info);
        assertThat(info.build().get("timeZones")).asString().contains("version=2026a", "outdated=true");
    }

    @Test
    void theSameAndANewerOneAreNot(CapturedOutput output) {
        new TimeZoneTables("2026b", "2026b").on();
        new TimeZoneTables("2026b", "2027a").on();
        assertThat(output).doesNotContain("Update the JDK");
    }

    @Test
    void noStatementLetsTheDatabaseCountDays() throws IOException {
        var root = Path.of(System.getProperty("retour.root", "../.."));
        assertThat(Sources.of("main").stream()
                        .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                        .filter(TimeZoneTablesTests::countsDays))
                .as("SQL that computes days; let Java do it, by the tenant's zone")
                .isEmpty();
        try (var files = Files.walk(root.resolve("db/changelog"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql")).filter(TimeZoneTablesTests::countsDays))
                    .isEmpty();
        }
    }

    private static boolean countsDays(Path file) {
        try {
            return COUNTS_DAYS.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
