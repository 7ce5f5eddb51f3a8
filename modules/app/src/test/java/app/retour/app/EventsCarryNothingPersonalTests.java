package app.retour.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.events.Stamp;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is announced is stored until everybody heard it, longer when it is parked: it may hold no words of or about people. */
class EventsCarryNothingPersonalTests {
    @Test
    void theOnlyWordsInEventsAreNumbersOfReturnsAndReasonsOfRules() {
        assertThat(EventTypes.all().stream()
                        .flatMap(type -> parts(type)
                                .filter(EventsCarryNothingPersonalTests::isOfWords)
                                .map(part -> type.getSimpleName() + "." + part.getName()))
                        .filter(place -> !place.endsWith(".rmaNumber")))
                .as("say here why a text of an event tells nothing of a person, or leave it out and let listeners ask")
                // Why rules and guards want a person: names of rules and of facts.
                .containsExactlyInAnyOrder("ReviewWanted.because");
    }

    private static Stream<RecordComponent> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(part -> part.getType() == Stamp.class ? parts(Stamp.class) : Stream.of(part));
    }

    private static boolean isOfWords(RecordComponent part) {
        return part.getGenericType().getTypeName().matches(".*\\b(String|JsonNode|Object|byte\\[])\\b.*");
    }
}
