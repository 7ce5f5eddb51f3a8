package app.retour.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where all of it stands, from whichever folder a test runs in. */
final class House {
    private House() {}

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("web-admin")))
                .findFirst()
                .orElseThrow();
    }
}
