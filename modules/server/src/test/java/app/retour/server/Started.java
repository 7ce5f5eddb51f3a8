package app.retour.server;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A process that an operator started, with what it was given by the environment and nothing of this one's.
 *
 * @param log what it wrote
 */
record Started(Process process, Path log) implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(10);

    /** {@code java -jar retour.jar} and so on; the options keep many of them small on a small machine. */
    static Started jar(Map<String, String> environment, String... arguments) {
        return command(List.of("-jar", Deployable.JAR.toString()), environment, arguments);
    }

    /** What the image's entry point would start, in the folder that the image was extracted to. */
    static Started image(Path root, Map<String, String> environment, String... arguments) {
        try {
            var inContainer = Files.readString(root.resolve("app/jib-classpath-file"));
            var classPath = inContainer.replaceAll("(^|:)/app/", "$1" + root.resolve("app") + "/");
            return command(List.of("-cp", classPath, "app.retour.RetourApplication"), environment, arguments);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Started command(List<String> what, Map<String, String> environment, String... arguments) {
        var small = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        small.addAll(what);
        return java(small, environment, arguments);
    }

    /** With these options and no others. */
    static Started java(List<String> options, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(arguments));
        try {
            var folder = Files.createDirectories(Path.of("target", "started").toAbsolutePath());
            var log = Files.createTempFile(folder, arguments[0] + "-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
            builder.environment().putAll(environment);
            return new Started(builder.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Until health says that requests may come. */
    void awaitReady(int managementPort) {
        try (var client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(250))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .failFast(() -> {
                        if (!process.isAlive()) {
                            throw new AssertionError("It ended: " + said());
                        }
                    })
                    .until(() ->
                            client.send(question, BodyHandlers.discarding()).statusCode() == 200);
        }
    }

    /** Until it says that, and it must not end before. */
    void awaitSaying(String words) {
        await().atMost(LONG)
                .failFast(() -> {
                    if (!process.isAlive() && !said().contains(words)) {
                        throw new AssertionError("It ended: " + said());
                    }
                })
                .until(() -> said().contains(words));
    }

    /** Until it ends by itself. */
    int exitCode() {
        await().atMost(LONG).until(() -> !process.isAlive());
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SIGTERM, as an orchestrator sends it. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL: nothing is flushed, closed or said goodbye to. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        kill();
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
