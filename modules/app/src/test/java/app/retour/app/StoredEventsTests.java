package app.retour.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/** What is announced can be read back, by this version and by those that come: a dead process leaves it stored. */
class StoredEventsTests {
    private static final String EARLIER = "publications/events-of-2026-11-30.txt";
    private final StoredEvents events = new StoredEvents();

    @ParameterizedTest
    @MethodSource("types")
    void everyEventIsReadBackAsItWas(Class<?> type) {
        var event = EventTypes.one(type);
        var stored = events.serialize(event);
        assertThat((Object) events.deserialize(stored, type)).isEqualTo(event);
        assertThat(events.serialize(events.deserialize(stored, type)))
                .as("the registry finds a publication by its text")
                .isEqualTo(stored);
    }

    @Test
    void whatWasStoredEarlierIsStillRead() throws IOException {
        for (var earlier : earlier().entrySet()) {
            var type = ClassUtils.resolveClassName(earlier.getKey(), null);
            assertThat((Object) events.deserialize(earlier.getValue(), type))
                    .as(earlier.getKey())
                    .isEqualTo(EventTypes.one(type));
        }
    }

    /** A type that is renamed or gone has to be told to the registry's table by a changelog, or its last rows are lost. */
    @Test
    void everyEventHasASampleOfHowItWasStored() throws IOException {
        assertThat(earlier().keySet())
                .as("add a line to " + EARLIER + ": the type's name, a blank, its JSON")
                .containsExactlyElementsOf(types().map(Class::getName).sorted().toList());
    }

    @Test
    void aFieldOfANewerVersionIsPassedOver() {
        var type = types().findFirst().orElseThrow();
        var newer = events.serialize(EventTypes.one(type)).toString().replaceFirst("\\{", "{\"invented\":{\"a\":[1]},");
        assertThat((Object) events.deserialize(newer, type)).isEqualTo(EventTypes.one(type));
    }

    @Test
    void allModulesThatAnnounceSomethingAreSeen() {
        assertThat(types().map(Class::getPackageName).distinct())
                .contains("app.retour.orders", "app.retour.returns.events", "app.retour.tracking");
    }

    static Stream<Class<?>> types() {
        return EventTypes.all().stream();
    }

    private static Map<String, String> earlier() throws IOException {
        return lines().stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, _) -> one, TreeMap::new));
    }

    private static List<String> lines() throws IOException {
        return new ClassPathResource(EARLIER)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
