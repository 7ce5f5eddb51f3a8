package app.retour.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process that serves a folder of data, as the folder itself and the system know it.
 *
 * @param data PostgreSQL's own folder
 */
record Postmaster(Path data) {
    /** A process that was killed and that nobody has asked about yet has a number still, but no program. */
    boolean isRunning() {
        return process()
                .flatMap(process -> process.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    /** The process of the number that the folder names, dead or alive, or somebody else's by now. */
    Optional<ProcessHandle> process() {
        try {
            return Optional.of(Files.readAllLines(pidFile()))
                    .filter(lines -> !lines.isEmpty())
                    .map(lines -> Long.parseLong(lines.getFirst().strip()))
                    .flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Whether any process is at work in the folder: a killed server's finish what they are at before they notice. */
    boolean isInUse() {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            if (!Files.exists(data)) {
                return false;
            }
            var folder = data.toRealPath();
            for (var process : processes) {
                if (folder.equals(workingFolder(process))) {
                    return true;
                }
            }
            return false;
        } catch (IOException unknown) {
            return true;
        }
    }

    private static Path workingFolder(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd"));
        } catch (IOException gone) {
            return process;
        }
    }

    /**
     * Takes away the word of a dead server that it runs, where PostgreSQL would believe it: a number that still answers.
     * Where none does, PostgreSQL knows better itself.
     */
    void forgetDead() throws IOException {
        if (!isRunning() && process().isPresent() && !isInUse()) {
            Files.deleteIfExists(pidFile());
        }
    }

    /** Starts it with what it was started with last, and waits. @return whether it runs */
    boolean startAgain(int seconds) throws IOException, InterruptedException {
        var last = Files.readString(data.resolve("postmaster.opts"));
        var server = Path.of(last.substring(0, last.indexOf(" \"-D\"")));
        var command = new ArrayList<String>();
        // As it was started: PostgreSQL refuses to be root, and in a namespace of its own nobody is.
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                server.resolveSibling("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-w",
                "-t",
                String.valueOf(seconds),
                "restart"));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }
}
