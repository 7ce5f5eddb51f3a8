package app.retour.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.retour.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files made to break those who take them, read where they lie; skipped where they are not there. */
class HostileUploadsTests {
    private static final Path UPLOADS =
            Path.of(System.getProperty("retour.root", "../.."), "..", "shared", "fixtures", "uploads");

    static Stream<JsonNode> manifest() {
        return entries("MANIFEST.json");
    }

    static Stream<String> names() {
        return entries("filenames.json").map(JsonNode::asString);
    }

    @ParameterizedTest
    @MethodSource("manifest")
    void everyEntryGetsTheAnswerThatItsManifestExpects(JsonNode entry) throws IOException {
        assumeTrue(!entry.isMissingNode(), "the hostile uploads are not here: skipped");
        var content = java.nio.file.Files.readAllBytes(
                UPLOADS.resolve(entry.get("file").asString()));
        for (var kind : new FileKind[] {FileKind.PHOTO, FileKind.LOGO}) {
            if (entry.get("expect").asString().startsWith("accept")) {
                assertThatCode(() -> new Contents(PictureLimits.USUAL).check(kind, new ByteArrayInputStream(content)))
                        .doesNotThrowAnyException();
            } else {
                var before = allocated();
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(
                                () -> new Contents(PictureLimits.USUAL).check(kind, new ByteArrayInputStream(content)));
                assertThat(allocated() - before).as("bytes allocated").isLessThan(16_000_000);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noNameLeavesItsPlaceOrChangesItsKind(String name) {
        assumeTrue(!name.isEmpty(), "the hostile names are not here: skipped");
        assertThat(FileName.of(name, "image/png"))
                .matches("[^/\\\\<>:\"|?*\\p{Cntrl}%]{1,84}\\.png")
                .doesNotStartWith(".")
                .doesNotContain(".php")
                .doesNotMatch("(?i)com\\d\\..*");
    }

    private static Stream<JsonNode> entries(String file) {
        var path = UPLOADS.resolve(file);
        var json = new JsonMapper();
        if (!java.nio.file.Files.exists(path)) {
            return Stream.of(file.startsWith("MANIFEST") ? json.missingNode() : json.valueToTree(""));
        }
        return json.readTree(path.toFile()).valueStream();
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
