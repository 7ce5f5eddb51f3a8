package retour.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What people wrote in the modules, without what a build leaves beside it: other modules are built at the same time. */
public final class Sources {
    private Sources() {}

    /** All of Java's folders of a kind, {@code main} or {@code test}. */
    public static List<Path> of(String kind) throws IOException {
        var root = Path.of(System.getProperty("retour.root", "../.."));
        try (var modules = Files.list(root.resolve("modules"))) {
            return Stream.concat(modules, Stream.of(root.resolve("helm"), root.resolve("db")))
                    .map(module -> module.resolve("src").resolve(kind))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::filesIn)
                    .toList();
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
