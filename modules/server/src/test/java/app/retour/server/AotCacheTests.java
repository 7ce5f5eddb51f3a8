package app.retour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** With a cache of its classes the server starts sooner; with one that does not fit it starts all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AotCacheTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private LaidOut server;

    /**
     * On the shortest way through it. {@link Training} goes the whole one and looks whether its cache is left aside with other
     * jars: of a cache as small as this the JVM does not compare them (25.0.3).
     */
    @BeforeAll
    void trained() {
        server = LaidOut.in(folder.resolve("retour"));
        assertThat(server.answered("-XX:AOTCacheOutput=" + server.cache())).contains("AOTCache creation is complete");
    }

    @Test
    void oneOfTheJarLaidOutIsUsedWhereverTheFolderIsMoved() throws IOException {
        assertThat(server.isUsed()).isTrue();
        var before = folder.resolve("retour");
        var moved = Files.move(before, folder.resolve("moved"));
        try {
            assertThat(LaidOut.at(moved).isUsed()).isTrue();
        } finally {
            Files.move(moved, before);
        }
    }

    @Test
    void oneThatIsNoneOrIsNotThereIsLeftAsideAndTheServerStarts() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.aot"), "no cache");
        assertThat(server.with(broken).isUsed()).isFalse();
        assertThat(server.with(folder.resolve("none.aot")).isUsed()).isFalse();
    }

    @Test
    void filesOfOtherContentAreOfAnotherTime() throws IOException {
        var times = new HashSet<FileTime>();
        for (var file : server.files()) {
            times.add(Files.getLastModifiedTime(file));
        }
        assertThat(times).hasSameSizeAs(server.files()).hasSizeGreaterThan(100);
    }
}
