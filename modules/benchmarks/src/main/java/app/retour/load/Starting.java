package app.retour.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long the server takes from its process's beginning until it is ready, on the demo's data: from the jar, from the jar laid
 * out with its cache, and both again. {@code -Paot} makes the latter.
 */
public final class Starting {
    private static final int TURNS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Starting() {}

    public static void main(String... arguments) throws Exception {
        var built = Path.of(System.getProperty("server", "../../server/target"));
        var cache = built.resolve("retour/retour.aot").toAbsolutePath();
        if (!Files.exists(cache)) {
            throw new IllegalStateException(
                    "No %s; `mvn -Paot -pl modules/server -am package` makes it".formatted(cache));
        }
        var data = Files.createTempDirectory(
                Files.createDirectories(Path.of("load").toAbsolutePath()), "data-");
        var jar = List.of("-jar", built.resolve("retour.jar").toAbsolutePath().toString());
        var laidOut = List.of(
                "-XX:AOTCache=" + cache,
                "-jar",
                built.resolve("retour/retour.jar").toAbsolutePath().toString());
        // Its PostgreSQL is what the servers start on.
        try (var launcher = Server.start(data, Server.AS_THE_LAUNCHER)) {
            System.out.printf("%n%-22s %9s %9s %9s%n", "", "ready s", "CPU s", "RSS MB");
            for (var turn = 0; turn < TURNS; turn++) {
                start("jar", launcher, data, jar);
                start("laid out, with cache", launcher, data, laidOut);
            }
        }
    }

    private static void start(String name, Server database, Path data, List<String> what) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Server.AS_IN_PRODUCTION);
        command.addAll(what);
        command.add("serve");
        var port = Server.freePort();
        var management = Server.freePort();
        var log = Files.createTempFile(data, "server-", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("SPRING_DATASOURCE_URL", database.databaseUrl().replaceFirst("\\?.*", ""));
        environment.put("SPRING_DATASOURCE_USERNAME", "retour_app");
        environment.put(
                "SPRING_DATASOURCE_PASSWORD",
                Files.readString(data.resolve("database.password")).strip());
        environment.put("SPRING_LIQUIBASE_ENABLED", "false");
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SERVER_PORT", "" + port);
        environment.put("MANAGEMENT_SERVER_PORT", "" + management);
        environment.put(
                "RETOUR_MASTER_KEY",
                Files.readString(data.resolve("master.key")).strip());
        environment.put("RETOUR_PUBLIC_URL", "http://localhost:" + port);
        environment.put("RETOUR_FILES_DIRECTORY", data.resolve("server-files").toString());
        environment.put("RETOUR_MAIL_JOURNAL", data.resolve("server-journal").toString());
        environment.put("RETOUR_JOBS_ENABLED", "false");
        environment.put("RETOUR_NOTIFICATIONS_ENABLED", "false");
        var begun = System.nanoTime();
        var process = builder.start();
        try {
            awaitReady(process, management, log, begun);
            var seconds = (System.nanoTime() - begun) / 1e9;
            var cpu = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
            System.out.printf(
                    "%-22s %9.1f %9.1f %9d%n", name, seconds, cpu.toMillis() / 1000.0, Server.resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    private static void awaitReady(Process process, int port, Path log, long begun) throws Exception {
        var readiness = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client, readiness)) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("The server did not start:\n" + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI readiness) throws InterruptedException {
        try {
            var question = HttpRequest.newBuilder(readiness).build();
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
