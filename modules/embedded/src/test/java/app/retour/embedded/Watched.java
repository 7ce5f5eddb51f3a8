package app.retour.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that may take as long as it likes while it gets on: given up on only when what it writes stands still. A slow
 * machine makes a walk longer, never its single steps longer than this patience.
 */
final class Watched {
    private static final Duration STANDS_STILL = Duration.ofMinutes(6);

    /** A machine that is busy with a browser is no database that is away. */
    private static final Map<String, String> PATIENCE = Map.of(
            "RETOUR_DATABASE_PATIENCE", "30s",
            "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "60000",
            "SPRING_DATASOURCE_HIKARI_VALIDATIONTIMEOUT", "30000");

    private final Process process;
    private final Path log;
    private final List<Path> progress;

    private Watched(Process process, Path log, List<Path> progress) {
        this.process = process;
        this.log = log;
        this.progress = progress;
    }

    /** @param progress files that grow while it gets on, besides its own log */
    static Watched start(
            Path directory, Path log, List<Path> progress, Map<String, String> environment, List<String> command)
            throws IOException {
        for (var file : progress) {
            Files.deleteIfExists(file);
        }
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(PATIENCE);
        builder.environment().putAll(environment);
        return new Watched(builder.start(), log, progress);
    }

    /** Until it says that, or has ended. */
    void says(String words) throws InterruptedException {
        whileItGetsOn(() -> text(log).contains(words));
        assertThat(text(log)).as(this::told).contains(words);
    }

    /** Until it ends by itself, without an error. */
    void endsWell() throws InterruptedException {
        whileItGetsOn(() -> false);
        assertThat(process.exitValue()).as(this::told).isZero();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        whileItGetsOn(() -> false);
    }

    private void whileItGetsOn(BooleanSupplier done) throws InterruptedException {
        var written = written();
        var since = System.nanoTime();
        while (!done.getAsBoolean() && !process.waitFor(500, TimeUnit.MILLISECONDS)) {
            var now = written();
            if (now != written) {
                written = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STANDS_STILL.toNanos()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("It stands still. " + told());
            }
        }
    }

    private long written() {
        return size(log) + progress.stream().mapToLong(Watched::size).sum();
    }

    private String told() {
        var said = new StringBuilder("See " + log + "\n" + end(log));
        progress.forEach(file -> said.append('\n').append(file).append('\n').append(end(file)));
        return said.toString();
    }

    private static String end(Path file) {
        var lines = text(file).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException beingWritten) {
            return "";
        }
    }
}
