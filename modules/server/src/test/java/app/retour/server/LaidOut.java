package app.retour.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The jar in a folder, its libraries beside it, and perhaps a cache: only of such the JVM keeps what it learned of their classes.
 *
 * @param cache may be missing, or of anything else
 */
record LaidOut(Path jar, Path cache) {
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

    /** With no cache yet. */
    static LaidOut in(Path folder) {
        var extract = List.of("-Djarmode=tools", "-jar", Deployable.JAR.toString());
        try (var laying = Started.java(extract, Map.of(), "extract", "--force", "--destination", folder.toString())) {
            if (laying.exitCode() != 0) {
                throw new IllegalStateException(laying.said());
            }
        }
        var made = at(folder);
        made.files().forEach(LaidOut::tellContentByTime);
        return made;
    }

    static LaidOut at(Path folder) {
        return new LaidOut(folder.resolve(Deployable.JAR.getFileName()), folder.resolve("retour.aot"));
    }

    LaidOut with(Path other) {
        return new LaidOut(jar, other);
    }

    /** The jar and its libraries. */
    List<Path> files() {
        var all = new ArrayList<>(List.of(jar));
        try (var libraries = Files.list(jar.resolveSibling("lib"))) {
            libraries.sorted().forEach(all::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /**
     * The JVM knows files again by time and length, and every build of ours gives its files one time: another build laid over
     * this one must not be taken for it.
     */
    private static void tellContentByTime(Path file) {
        try {
            var content = new CRC32();
            content.update(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(content.getValue())));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Whether it starts with the cache. It starts in any case. */
    boolean isUsed() {
        return answered("-XX:AOTCache=" + cache, "-Xlog:class+load")
                .lines()
                .filter(line -> line.contains("app.retour.RetourApplication source:"))
                .findFirst()
                .orElseThrow()
                .contains("shared objects file");
    }

    /** What it says when it is asked for something it does not know, which is the soonest that it ends. */
    String answered(String... options) {
        var all = new ArrayList<>(SMALL);
        all.addAll(List.of(options));
        all.addAll(List.of("-jar", jar.toString()));
        try (var started = Started.java(all, Map.of(), "migrat")) {
            if (started.exitCode() != 2 || !started.said().contains("There is no `migrat`; one of: serve, migrate")) {
                throw new AssertionError(started.said());
            }
            return started.said();
        }
    }
}
