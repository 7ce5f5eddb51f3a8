package app.retour.journeys;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Words that nobody else ever writes, one for each place where something of a person may be written. */
final class Markers {
    private final Map<String, String> made = new LinkedHashMap<>();

    /** The word for this place. */
    String at(String place) {
        return made.computeIfAbsent(
                place, _ -> "mk%012x".formatted(ThreadLocalRandom.current().nextLong(1L << 44)));
    }

    /** The same where only digits can stand. */
    String digitsAt(String place) {
        return made.computeIfAbsent(
                place, _ -> String.valueOf(ThreadLocalRandom.current().nextLong(700_000_000_000L, 799_999_999_999L)));
    }

    Collection<String> all() {
        return made.values();
    }

    /** The places of these words, as they were asked for. */
    Collection<String> placesNotIn(Collection<String> found) {
        return made.entrySet().stream()
                .filter(one -> found.stream().noneMatch(text -> text.endsWith(" " + one.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
