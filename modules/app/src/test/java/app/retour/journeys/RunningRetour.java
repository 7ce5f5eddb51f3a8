package app.retour.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import retour.testkit.TestProperties;

/** The real application in a process of its own, on the database of this test JVM; it can be killed. */
final class RunningRetour implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private final Process process;
    private final int port;
    private final Path log;

    private RunningRetour(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Does not wait until it is ready.
     *
     * @param port may be that of one that was killed, so that its addresses hold
     * @param main what the application is started by
     */
    static RunningRetour begin(int port, Class<?> main, Map<String, ?> settings) {
        try {
            var log = Files.createTempFile(
                    Files.createDirectories(Path.of("target", "running")).toAbsolutePath(), "retour-", ".log");
            var process = new ProcessBuilder(command(port, main.getName(), settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningRetour(process, port, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> command(int port, String main, Map<String, ?> settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                // Of a size that a start needs no collections in.
                "-Xms512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main,
                "--server.port=" + port,
                // One port is enough here, and theirs may be taken.
                "--management.server.port=" + port,
                "--logging.structured.format.console="));
        var all = new LinkedHashMap<String, Object>(TestProperties.all());
        // A setting that is given twice on a command line becomes a list of both.
        all.putAll(settings);
        all.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
        return command;
    }

    int port() {
        return port;
    }

    /** SIGKILL: nothing is flushed, closed or said goodbye to. */
    void kill() {
        process.destroyForcibly();
        await().atMost(Duration.ofMinutes(3)).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }

    void awaitReady() {
        try (var client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/readyz".formatted(port)))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            await().atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(250))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .failFast("It ended: " + log, () -> !process.isAlive())
                    .until(() ->
                            client.send(question, BodyHandlers.discarding()).statusCode() == 200);
        } catch (RuntimeException failure) {
            var threads = threads();
            process.destroyForcibly();
            throw new IllegalStateException(told() + threads, failure);
        }
    }

    /** What each thread does, the virtual ones among them: whoever hangs writes nothing into a log. */
    private String threads() {
        try {
            var dump = Files.createTempFile("threads-", ".txt");
            var jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(process.pid()),
                            "Thread.dump_to_file",
                            "-overwrite",
                            dump.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var ended = jcmd.waitFor(1, TimeUnit.MINUTES);
            jcmd.destroyForcibly();
            return ended ? Files.readString(dump) : "";
        } catch (IOException unreadable) {
            return "No dump of its threads: " + unreadable;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Its log. */
    String told() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Below those that the system gives to callers, so that nobody gets it while the product starts. */
    static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one.
            }
        }
    }
}
