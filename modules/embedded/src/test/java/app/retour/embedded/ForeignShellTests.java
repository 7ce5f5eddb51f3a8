package app.retour.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL 18.6, 2026-11-29: initdb takes its locale from LANG and LC_* where it is told none. */
class ForeignShellTests {
    @TempDir
    Path folder;

    @Test
    void withoutALanguageTheDatabaseKnowsMoreThanAscii() throws IOException, InterruptedException {
        assertThat(started(Map.of())).contains("knows letters: true");
    }

    @Test
    void aLanguageThatIsNotInstalledStopsNothing() throws IOException, InterruptedException {
        assertThat(started(Map.of("LANG", "xx_XX.UTF-8"))).contains("knows letters: true");
        assertThat(started(Map.of("LC_ALL", "yy_YY.ISO8859-9")))
                .as("the same folder from another shell")
                .contains("knows letters: true");
    }

    private String started(Map<String, String> shell) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.retour.embedded.StartedDatabase",
                        folder.resolve("data").toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        builder.environment().putAll(shell);
        var process = builder.start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
