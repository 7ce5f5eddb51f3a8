package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import retour.testkit.Sources;

/**
 * No field holds a value that means "none yet". Hibernate makes entities without their values and fills them; NullAway knows that
 * of every entity (see the root's pom), and of all other constructors it demands each field.
 */
class MadeUpValuesTests {
    private static final Pattern MADE_UP = Pattern.compile("new UUID\\(\\s*-?[0-9]");
    private static final Pattern LET_OFF = Pattern.compile("NullAway\\.Init");

    /** The ends of the order of ids, by name. */
    private static final String ENDS = "Ids.java";

    @Test
    void noIdIsMadeUp() throws IOException {
        assertThat(withIn(MADE_UP)).containsExactly(ENDS);
    }

    @Test
    void noClassIsLetOffFillingItsFields() throws IOException {
        assertThat(withIn(LET_OFF)).isEmpty();
    }

    @Test
    void bothAreSeen() {
        assertThat("private UUID orderId = new UUID(0, 0);").containsPattern(MADE_UP);
        assertThat("@SuppressWarnings(\"NullAway.Init\")").containsPattern(LET_OFF);
    }

    private static Stream<String> withIn(Pattern text) throws IOException {
        return Sources.of("main").stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> text.matcher(read(file)).find())
                .map(file -> file.getFileName().toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
