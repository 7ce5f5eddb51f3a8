package app.retour.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import retour.testkit.Sources;

/** No module claims a mail, or notes that a server may have it, by statements of its own. */
class OneQueueTests {
    private static final Pattern CLAIMS = Pattern.compile("\\bset\\s+state\\s*=\\s*'(CLAIMED|HANDING_OVER)'");

    @Test
    void leasesOfMailsAreTakenInOnePlace() throws IOException {
        assertThat(Sources.of("main").stream()
                        .filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> CLAIMS.matcher(text(file)).find()))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("LeaseQueue.java");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
