package app.retour.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts in a process of its own, as Maven does. */
class RefusedStartTests {
    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedWithAWayOutAndNoStackTrace() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertRefused(
                    Map.of("SERVER_PORT", "" + port), "Port %d is taken".formatted(port), "SERVER_PORT=" + (port + 1));
        }
    }

    @Test
    void aPortThatIsNoneIsNamed() throws Exception {
        assertRefused(Map.of("SERVER_PORT", "http"), "SERVER_PORT is 'http'");
    }

    /** JDK 25.0.3, 2026-11-30: the language of a process is that of its shell, and %d is written in its digits. */
    @Test
    void aShellThatCountsInOtherDigitsIsAnsweredInOurs() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertRefused(
                    Map.of("SERVER_PORT", "" + port, "JDK_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG"),
                    "Port " + port + " is taken",
                    "SERVER_PORT=" + (port + 1));
        }
    }

    @Test
    void aDataFolderInUseIsNamed() throws Exception {
        var data = folder.resolve("data");
        DataFolder.claim(data);
        assertRefused(
                Map.of("RETOUR_DATA", data.toString(), "SERVER_PORT", "0", "RETOUR_SMTP_PORT", "0"),
                "Another Retour is running on the data folder");
    }

    private void assertRefused(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var frontEnd = folder.resolve("built/META-INF/resources/admin");
        Files.createDirectories(frontEnd);
        Files.writeString(frontEnd.resolve("index.html"), "<!doctype html>");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder.resolve("built") + File.pathSeparator + System.getProperty("java.class.path"),
                        "app.retour.embedded.RetourEmbedded")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(said).contains("Retour cannot start.").contains(words).doesNotContain("\tat ");
        } finally {
            process.destroyForcibly();
        }
    }
}
