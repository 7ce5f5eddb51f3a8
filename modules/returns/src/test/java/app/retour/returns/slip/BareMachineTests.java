package app.retour.returns.slip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JDK 25.0.3, 2026-11-29: without fontconfig no font can be opened ("Fontconfig head is null"), not even from a file. */
class BareMachineTests {
    @TempDir
    Path folder;

    @Test
    void aSlipIsPrintedWhereNoFontAndNoFontconfigIsInstalled() throws IOException, InterruptedException {
        for (var library : new String[] {"libfontconfig.so.1", "libfontconfig.so"}) {
            Files.createFile(folder.resolve(library));
        }
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.retour.returns.slip.PrintedSlip")
                .redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        builder.environment().remove("DISPLAY");
        var process = builder.start();
        try {
            assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                    .contains("was bare: true", "pages: 1");
        } finally {
            process.destroyForcibly();
        }
    }
}
