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
    /** In a file of fewer columns, a line of somebody's text may look like a row by chance. */
    private static final int LEAST_TELLING = 3;

    private final PhysicalLines lines;
    private final char separator;
    private int width = Integer.MAX_VALUE;

    Records(PhysicalLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /** From now on rows have so many cells. */
    void expect(int cells) {
        width = cells;
    }

    /** A record, or why there is none. */
    sealed interface Found {
        /** Where it begins. */
        long line();
    }

    /** @param ended false when the file ends in it, without an end of the line */
    record Read(long line, List<String> cells, boolean ended) implements Found {}

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
        var opened = 0;
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
                return swallowed(taken, scan)
                        ? broken(
                                taken,
                                opened,
                                "has a quote that opens, and closes only in line %d, behind rows of their own"
                                        .formatted(line.number()))
                        : new Read(first.number(), scan.cells(), ends(line));
            }
            opened = line == first ? scan.cell() : opened;
            line = lines.next();
            if (line == null) {
                return broken(taken, scan, "has a quote that opens and never closes");
            }
            taken.add(line);
        }
    }

    private static boolean ends(Line line) {
        return line.text().endsWith("\n") || line.text().endsWith("\r");
    }

    /** A text over several lines holds no rows: a line that begins like the record itself and is as wide is one. */
    private boolean swallowed(List<Line> taken, CellScan scan) {
        return taken.size() > 1
                && width >= LEAST_TELLING
                && taken.stream()
                        .skip(1)
                        .anyMatch(line -> isRow(line, scan.cells().getFirst()));
    }

    private boolean isRow(Line line, String first) {
        var alone = new CellScan(separator, false);
        alone.read(line.text());
        return !alone.open()
                && !alone.misplaced()
                && alone.cells().size() == width
                && shape(alone.cells().getFirst()).equals(shape(first));
    }

    /** {@code #1001} and {@code #7} look alike, {@code Dear Ada} and {@code #7} do not. */
    private static String shape(String cell) {
        return cell.strip().replaceAll("\\p{L}+", "a").replaceAll("\\d+", "0");
    }

    private Broken broken(List<Line> taken, CellScan scan, String reason) {
        return broken(taken, scan.cell(), reason);
    }

    private Broken broken(List<Line> taken, int cell, String reason) {
        lines.takeBack(taken.subList(1, taken.size()));
        var first = taken.getFirst();
        var lenient = new CellScan(separator, true);
        lenient.read(first.text());
        return new Broken(first.number(), cell, reason, lenient.open() ? lenient.before() : lenient.cells());
    }
}
