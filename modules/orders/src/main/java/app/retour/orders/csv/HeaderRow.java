package app.retour.orders.csv;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of a file's columns. Of several that are called alike the further ones get a number behind their name, so that
 * none of them is taken for another unseen.
 */
final class HeaderRow {
    /** So many names of columns in one row are no chance. */
    private static final int LEAST_REPEATED = 4;

    private static final int ASCII = 0x7f;

    private final List<String> told;
    private final List<String> keys;
    private final BitSet starts = new BitSet();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> twins = new LinkedHashMap<>();

    HeaderRow(List<String> cells) {
        told = cells.stream().map(String::strip).toList();
        keys = told.stream().map(CsvRow::key).toList();
        keys.stream().filter(key -> !key.isEmpty()).forEach(key -> starts.set(key.charAt(0)));
        var taken = new HashSet<>(keys);
        for (var place = 0; place < told.size(); place++) {
            var name = own(told.get(place), place, taken);
            names.add(name);
            places.putIfAbsent(CsvRow.key(name), place);
        }
    }

    private String own(String name, int place, Set<String> taken) {
        var first = places.get(CsvRow.key(name));
        if (name.isEmpty() || first == null) {
            return name;
        }
        var number = 2;
        while (!taken.add(CsvRow.key("%s (%d)".formatted(name, number)))) {
            number++;
        }
        var own = "%s (%d)".formatted(name, number);
        twins.putIfAbsent(CsvRow.key(name), first);
        twins.put(CsvRow.key(own), place);
        return own;
    }

    int size() {
        return names.size();
    }

    /** As they stand in the file, but for the numbers. */
    List<String> names() {
        return List.copyOf(names);
    }

    String name(int place) {
        return names.get(place);
    }

    /** Where each stands, by {@link CsvRow#key}. */
    Map<String, Integer> places() {
        return Collections.unmodifiableMap(places);
    }

    /** Whether another column is called so as well. */
    boolean isTwin(String name) {
        return twins.containsKey(CsvRow.key(name));
    }

    /** The first name that two columns have, and which two. */
    Optional<String> twins() {
        return twins.values().stream().findFirst().map(first -> {
            var name = told.get(first);
            var second = first + 1;
            while (!CsvRow.key(told.get(second)).equals(CsvRow.key(name))) {
                second++;
            }
            return "Columns %d and %d are both called “%s”; give one of them another name and send the file again"
                    .formatted(first + 1, second + 1, name);
        });
    }

    /** The same names once more, as where one file was put below another. */
    boolean isRepeatedBy(List<String> cells) {
        return cells.size() == keys.size()
                && mayBeName(cells.getFirst())
                && cells.stream().map(CsvRow::plainKey).toList().equals(keys);
    }

    /** Names of these columns, and not in this order: what stands below them is another file. */
    boolean isFollowedByAnother(List<String> cells) {
        var filled = 0;
        var named = 0;
        var most = cells.size() / 2 + 1;
        for (var cell : cells) {
            if (!cell.isBlank()) {
                filled++;
                named += mayBeName(cell) && places.containsKey(CsvRow.plainKey(cell)) ? 1 : 0;
                if (filled - named >= most) {
                    return false;
                }
            }
        }
        return named >= LEAST_REPEATED && named * 2 > filled;
    }

    /** Asked of every cell of a file, of which hardly any begins as a name does. */
    private boolean mayBeName(String cell) {
        for (var i = 0; i < cell.length(); i++) {
            var letter = cell.charAt(i);
            if (letter > ASCII || letter == '_') {
                return true;
            }
            if (!Character.isWhitespace(letter)) {
                return starts.get(Character.toLowerCase(letter));
            }
        }
        return true;
    }
}
