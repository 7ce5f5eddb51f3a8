package app.retour.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image, as the build made it: what a registry would be given, but for the system and the JDK beneath.
 *
 * @param tags what it is called
 * @param config how it is run
 * @param layers names of the files of each layer, by what the layer is for
 */
record Image(List<String> tags, JsonNode config, Map<String, List<String>> layers) {
    private static final Path TAR = Path.of("target", "image.tar").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    static Image read() {
        var manifest = json("manifest.json").get(0);
        var config = json(manifest.at("/Config").asString());
        var names = config.at("/history")
                .valueStream()
                .map(each -> each.at("/comment").asString())
                .iterator();
        Map<String, List<String>> layers = new LinkedHashMap<>();
        manifest.at("/Layers").forEach(layer -> {
            List<String> files = new ArrayList<>();
            each(layer.asString(), (entry, _) -> files.add(entry.getName()));
            layers.put(names.next(), files);
        });
        var tags =
                manifest.at("/RepoTags").valueStream().map(JsonNode::asString).toList();
        return new Image(tags, config, layers);
    }

    List<String> files() {
        return layers.values().stream().flatMap(List::stream).toList();
    }

    /** Writes what a container would see, without following any name out of the folder. */
    static void extractTo(Path root) {
        json("manifest.json")
                .get(0)
                .at("/Layers")
                .forEach(layer -> each(layer.asString(), (entry, content) -> {
                    var file = root.resolve(entry.getName()).normalize();
                    if (!file.startsWith(root)) {
                        throw new IOException("Leads out of the image: " + entry.getName());
                    }
                    if (!entry.isDirectory()) {
                        Files.createDirectories(Objects.requireNonNull(file.getParent()));
                        Files.copy(content, file);
                    }
                }));
    }

    private static void each(String layer, Visit visit) {
        inTar(layer, compressed -> {
            var tar = new TarArchiveInputStream(new GZIPInputStream(compressed));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                visit.of(entry, tar);
            }
            return layer;
        });
    }

    private static JsonNode json(String name) {
        return inTar(name, content -> JSON.readTree(content.readAllBytes()));
    }

    private static <T> T inTar(String name, Deployable.Reading<T> reading) {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(TAR)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return reading.of(tar);
                }
            }
            throw new AssertionError("Not in the image: " + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of one file of a layer. */
    private interface Visit {
        void of(TarArchiveEntry entry, InputStream content) throws IOException;
    }
}
