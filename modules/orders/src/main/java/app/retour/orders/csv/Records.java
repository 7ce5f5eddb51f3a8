package app.retour.orders.csv;

import app.retour.orders.csv.PhysicalLines.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds records and takes them apart, so that one that cannot be read holds up no other. Our own, because fastcsv 4.1.0
 * neither says where a quote went wrong nor goes on behind it, and makes one record of two where a quoted text holds a
 * carriage return alone.
 */
final class Records {
    private final PhysicalLines lines;
    private final char separator;

    Records(PhysicalLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /** A record, or why there is none. */
    sealed interface Found {
        /** Where it begins. */
        long line();
    }

    record Read(long line, List<String> cells) implements Found {}

    /**
     * A record that is not in order.
     *
     * @param cell index of the cell that cannot be read
     * @param cells what all of them seem to be where quotes are minded less, else those before it
     */
    record Broken(long line, int cell, String reason, List<String> cells) implements Found {}

    /** Null at the end. After one that is broken the search goes on in the line below its first. */
    @Nullable
    Found next() throws IOException {
        var first = lines.next();
        if (first == null) {
            return null;
        }
        var taken = new ArrayList<>(List.of(first));
        var length = 0L;
        var scan = new CellScan(separator, false);
        for (var line = first; ; ) {
            length += line.text().length();
            if (line.cutOff() || length > PhysicalLines.LONGEST) {
                return broken(taken, scan, "is longer than a million characters; is a closing quote missing?");
            }
            scan.read(line.text());
            if (scan.misplaced()) {
                return broken(
                        taken,
                        scan,
                        "has a quote in the middle of a quoted text; a quote inside is written twice, \"\"");
            }
            if (!scan.open()) {
                return new Read(first.number(), scan.cells());
            }
            line = lines.next();
            if (line == null) {
                return broken(taken, scan, "has a quote that opens and never closes");
            }
            taken.add(line);
        }
    }

    private Broken broken(List<Line> taken, CellScan scan, String reason) {
        lines.takeBack(taken.subList(1, taken.size()));
        var first = taken.getFirst();
        var lenient = new CellScan(separator, true);
        lenient.read(first.text());
        return new Broken(first.number(), scan.cell(), reason, lenient.open() ? lenient.before() : lenient.cells());
    }
}
