package app.retour.orders.csv;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What stands between the cells of a file: what its first line says for Excel, else the sign that its header has most of. */
final class Separators {
    private static final Pattern SAID =
            Pattern.compile("\"?sep=(?<sign>[^\"\\p{Alnum}\\r\\n])\"?\\s*", Pattern.CASE_INSENSITIVE);

    private Separators() {}

    /** Takes the line {@code sep=;} and blank ones before it; the header comes next. */
    static char of(PhysicalLines lines) throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var said = SAID.matcher(line.text());
            if (said.matches()) {
                return said.group("sign").charAt(0);
            }
            if (!line.text().isBlank()) {
                lines.takeBack(List.of(line));
                return most(line.text());
            }
        }
        return ',';
    }

    private static char most(String header) {
        var counts = new LinkedHashMap<Character, Integer>();
        for (var sign : List.of(',', ';', '\t', '|')) {
            counts.put(sign, 0);
        }
        var quoted = false;
        for (var i = 0; i < header.length(); i++) {
            quoted ^= header.charAt(i) == '"';
            if (!quoted) {
                counts.computeIfPresent(header.charAt(i), (_, count) -> count + 1);
            }
        }
        // Of equals the first: max would take the last.
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElse(',');
    }
}
