package app.retour.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
    private final Path folder = Path.of("target", "browser").toAbsolutePath();

    @Test
    void aMerchantFindsTheirWayAndAKilledStartComesBack() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var data = Files.createTempDirectory(folder, "data-");
        var port = freePort();
        var first = start(data, port, "first.log");
        try {
            first.says("Retour is ready");
            walk(port);
        } finally {
            first.kill();
        }
        // The database server of the killed start is still there; the next start ends it and takes over.
        var second = start(data, port, "second.log");
        try {
            second.says("Retour is ready");
            assertThat(folder.resolve("second.log")).content().doesNotContain("First start");
        } finally {
            second.stop();
        }
    }

    private void walk(int port) throws IOException, InterruptedException {
        var steps = folder.resolve("steps.log");
        Watched.start(
                        ROOT.resolve("web-admin"),
                        folder.resolve("browser.log"),
                        List.of(steps),
                        Map.of("BASE_URL", "http://localhost:" + port, "STEPS", steps.toString()),
                        List.of("npm", "run", "test:e2e"))
                .endsWell();
    }

    private Watched start(Path data, int port, String log) throws IOException {
        return Watched.start(
                ROOT,
                folder.resolve(log),
                List.of(),
                Map.of("RETOUR_DATA", data.toString(), "SERVER_PORT", "" + port, "RETOUR_SMTP_PORT", "" + freePort()),
                List.of(
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
                        "app.retour.embedded.RetourEmbedded"));
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
