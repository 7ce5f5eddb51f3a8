package app.retour.load;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** The launcher's jar in a process of its own, with its PostgreSQL and its SMTP server. */
final class Server implements AutoCloseable {
    /** What {@code mvn spring-boot:run} gives it. */
    static final List<String> AS_THE_LAUNCHER = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

    static final List<String> AS_IN_PRODUCTION =
            List.of("-Xmx512m", "-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=19");
    /** One merchant hands in more here than any that lives: no mail of theirs may be held back for its number. */
    private static final Map<String, String> ALL_MAILS_LEAVE =
            Map.of("RETOUR_NOTIFICATIONS_MOSTPERHOUR", "1000000000", "RETOUR_NOTIFICATIONS_MOSTPERDAY", "1000000000");

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Of utime, stime, cutime and cstime, counted from the process's state on. */
    private static final int FIRST_TIME = 11;

    private static final int MILLIS_A_TICK = 10;
    private final Process process;
    private final Path data;
    private final int port;
    private final Duration start;

    private Server(Process process, Path data, int port, Duration start) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.start = start;
    }

    /** The build of today. */
    static Server start(Path data, List<String> flags) throws IOException, InterruptedException {
        return start(launcher(), data, flags);
    }

    static Server start(String launcher, Path data, List<String> flags) throws IOException, InterruptedException {
        var port = freePort();
        var log = Files.createTempFile(data, "log-", ".txt");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", launcher));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("RETOUR_SMTP_PORT", "" + freePort());
        builder.environment().put("RETOUR_DATA", data.toString());
        builder.environment().putAll(ALL_MAILS_LEAVE);
        var begun = Instant.now();
        var process = builder.start();
        while (!Files.readString(log).contains("Retour is ready")) {
            if (!process.isAlive() || begun.plus(PATIENCE).isBefore(Instant.now())) {
                process.destroyForcibly();
                throw new IllegalStateException("The product did not start:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new Server(process, data, port, Duration.between(begun, Instant.now()));
    }

    /** The packaged one, or any other to compare with: {@code -Dlauncher=...}. */
    static String launcher() {
        var other = System.getProperty("launcher");
        return other != null ? other : packaged();
    }

    private static String packaged() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().matches("embedded-.*\\.jar"))
                .filter(entry -> entry.contains("target"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The launcher's jar is not packaged; see the README"));
    }

    int port() {
        return port;
    }

    /** From the process's beginning until it says that it is ready. */
    Duration start() {
        return start;
    }

    Duration cpu() {
        return cpu(process.toHandle());
    }

    /** As the superuser, past all row-level security: for filling tables, never for what is measured. */
    String databaseUrl() throws IOException {
        var port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3);
        var password = Files.readString(data.resolve("database.password")).strip();
        return "jdbc:postgresql://127.0.0.1:%s/retour?user=postgres&password=%s"
                .formatted(port, URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    /** Of all its processes, those included that came and went, as the vacuum's do. */
    Duration databaseCpu() throws IOException {
        var postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst());
        var alive = ProcessHandle.of(postmaster).orElseThrow().descendants().map(Server::cpu);
        return alive.reduce(ticks(postmaster), Duration::plus);
    }

    /** Its own and that of its children that are gone; see proc(5). */
    private static Duration ticks(long process) throws IOException {
        var told = Files.readString(Path.of("/proc", "" + process, "stat"));
        var fields = told.substring(told.lastIndexOf(')') + 2).split(" ");
        var ticks = LongStream.of(FIRST_TIME, FIRST_TIME + 1, FIRST_TIME + 2, FIRST_TIME + 3)
                .map(field -> Long.parseLong(fields[(int) field]))
                .sum();
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }

    private static Duration cpu(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory, in megabytes. */
    long resident() throws IOException {
        return resident(process.pid());
    }

    static long resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + process, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }

    /** What lives in the heap after a collection, as the JVM tells it. */
    String heap() throws IOException, InterruptedException {
        ask("GC.run");
        return ask("GC.heap_info")
                .lines()
                .skip(1)
                .map(String::strip)
                .reduce((a, b) -> a + "\n    " + b)
                .orElse("");
    }

    private String ask(String question) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, "" + process.pid(), question)
                .redirectErrorStream(true)
                .start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Below those that the system gives to callers, so that nobody gets it while the product starts. */
    static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one.
            }
        }
    }
}
