package app.retour.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Starts the product as {@code mvn spring-boot:run} does, on an empty data folder, and sends a real browser through the
 * web admin: the merchant's way, every page with axe, by day and by night. Then kills it and starts it again.
 */
@DisabledIfSystemProperty(named = "web.skip", matches = "true", disabledReason = "the front end is not built")
class BrowserTests {
    private static final Path ROOT = Path.of(System.getProperty("retour.root"));
    private static final Duration FIRST_START = Duration.ofMinutes(5);
    private static final Duration LATER_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_WALK = Duration.ofMinutes(10);
    private final Path folder = Path.of("target", "browser").toAbsolutePath();

    @Test
    void aMerchantFindsHerWayAndAKilledStartComesBack() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var data = Files.createTempDirectory(folder, "data-");
        var port = freePort();
        var first = start(data, port, "first.log");
        try {
            awaitReady("first.log", first, FIRST_START);
            walk(port);
        } finally {
            first.destroyForcibly().waitFor();
        }
        // The database server of the killed start is still there; the next start ends it and takes over.
        var second = start(data, port, "second.log");
        try {
            awaitReady("second.log", second, LATER_START);
            assertThat(folder.resolve("second.log")).content().doesNotContain("First start");
        } finally {
            second.destroy();
            second.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void walk(int port) throws IOException, InterruptedException {
        var walk = process(
                ROOT.resolve("web-admin"),
                "browser.log",
                Map.of("BASE_URL", "http://localhost:" + port),
                "npm",
                "run",
                "test:e2e");
        assertThat(walk.waitFor(LONGEST_WALK.toSeconds(), TimeUnit.SECONDS))
                .as("the walk ends")
                .isTrue();
        assertThat(walk.exitValue())
                .as(() -> "see " + folder.resolve("browser.log") + "\n" + tail("browser.log"))
                .isZero();
    }

    private Process start(Path data, int port, String log) throws IOException {
        return process(
                ROOT,
                log,
                Map.of("RETOUR_DATA", data.toString(), "SERVER_PORT", "" + port, "RETOUR_SMTP_PORT", "" + freePort()),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                // An empty entry would mean the working folder, where the changelogs lie a second time.
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty() && !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator)),
                "app.retour.embedded.RetourEmbedded");
    }

    private Process process(Path directory, String log, Map<String, String> environment, String... command)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitReady(String log, Process process, Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(500)).until(() -> {
            assertThat(process.isAlive()).as(() -> tail(log)).isTrue();
            return Files.readString(folder.resolve(log)).contains("Retour is ready");
        });
    }

    private String tail(String log) {
        try {
            var lines = Files.readAllLines(folder.resolve(log));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return "no " + log;
        }
    }

    /** Below those that the system gives to callers, so that nobody gets it while the product starts. */
    private static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one.
            }
        }
    }
}
