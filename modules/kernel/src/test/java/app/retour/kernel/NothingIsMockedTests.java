package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The real thing runs here: PostgreSQL, a mail server, the whole application. A mock answers what its author expects. */
class NothingIsMockedTests {
    private static final Pattern MOCKS = Pattern.compile("\\borg\\.mockito\\b|\\b(?:Mockito|Mock|Spy)\\w*Bean\\b");

    /** Where one stands still, and why. */
    private static final Map<String, String> STILL = Map.of(
            "modules/notifications/src/test/java/app/retour/notifications/Scenery.java",
                    "tells of a return in any state; how it came to it is another module's matter, and the journeys'",
            "modules/portal/src/test/java/app/retour/portal/StoryApplication.java",
                    "shows each page of a told story without a database; the journeys prove that pages tell the truth");

    @Test
    void nothingStandsInForWhatRunsHere() {
        var tests = tests();
        assertThat(tests).hasSizeGreaterThan(300);
        assertThat(tests.stream().filter(NothingIsMockedTests::mocks))
                .isNotEmpty()
                .allMatch(file -> STILL.keySet().stream().anyMatch(file.toString()::startsWith));
    }

    @Test
    void nobodyIsExcusedLongerThanNeeded() {
        var mocking = tests().stream()
                .filter(NothingIsMockedTests::mocks)
                .map(Path::toString)
                .toList();
        assertThat(STILL.keySet())
                .isNotEmpty()
                .allSatisfy(excused -> assertThat(mocking).anyMatch(file -> file.startsWith(excused)));
    }

    @Test
    void oneIsSeenHoweverItIsWritten() {
        assertThat(List.of(
                        "import static org.mockito.Mockito.mock;",
                        "var orders = org.mockito.Mockito.mock(Orders.class);",
                        "@MockitoBean Orders orders;",
                        "import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;"))
                .isNotEmpty()
                .allMatch(line -> MOCKS.matcher(line).find());
        assertThat(MOCKS.matcher("a mockery of orders").find()).isFalse();
    }

    private static boolean mocks(Path file) {
        return MOCKS.matcher(House.read(file)).find();
    }

    private static List<Path> tests() {
        return House.files("modules").stream()
                .filter(file -> file.toString().matches("modules/\\w+/src/test/.*\\.java"))
                .filter(file -> !file.endsWith("NothingIsMockedTests.java"))
                .toList();
    }
}
