package app.retour.orders.csv;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real payloads, read where they lie; absent on other machines. */
public final class Fixtures {
    private Fixtures() {}

    public static Path at(String name) {
        var path = Path.of(System.getProperty("retour.root", "."), "..", "shared", "fixtures", name);
        if (!Files.exists(path)) {
            System.err.println("SKIPPED, no fixture: " + name);
        }
        Assumptions.assumeTrue(Files.exists(path), "no fixture " + name);
        return path;
    }
}
