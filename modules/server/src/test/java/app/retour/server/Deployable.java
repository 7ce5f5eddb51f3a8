package app.retour.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The executable jar, as the build made it. */
final class Deployable {
    static final Path JAR = Path.of("target", "retour.jar").toAbsolutePath();
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final JsonMapper JSON = new JsonMapper();

    private Deployable() {}

    /** Names of the libraries, as files. */
    static List<String> libraries() {
        return entries().stream()
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .toList();
    }

    static List<String> entries() {
        try (var jar = new ZipFile(JAR.toFile())) {
            return jar.stream().map(Object::toString).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String entry) {
        return read(entry, content -> new String(content.readAllBytes(), UTF_8));
    }

    static Manifest manifest() {
        return read("META-INF/MANIFEST.MF", Manifest::new);
    }

    /** Every component that runs, with its licences: CycloneDX. */
    static List<JsonNode> components() {
        return JSON.readTree(text("META-INF/sbom/application.cdx.json"))
                .at("/components")
                .valueStream()
                .toList();
    }

    static <T> T library(String library, Reading<T> reading) {
        return read(LIBRARIES + library, reading);
    }

    private static <T> T read(String entry, Reading<T> reading) {
        try (var jar = new ZipFile(JAR.toFile());
                var content = jar.getInputStream(Objects.requireNonNull(jar.getEntry(entry), entry))) {
            return reading.of(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is made of a stream. */
    interface Reading<T> {
        T of(InputStream content) throws IOException;
    }
}
