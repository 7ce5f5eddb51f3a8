package app.retour.orders.csv;

import app.retour.orders.csv.PhysicalLines.Line;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where records begin and end, so that one that cannot be read holds up no other: the parser of fastcsv 4.1 neither
 * says where a quote went wrong nor goes on behind it. What is in order, the parser reads.
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
        /** @param line where it begins */
        long line();
    }

    record Read(long line, List<String> cells) implements Found {}

    /**
     * @param cell index of the cell that cannot be read
     * @param cells those before it; with a second look that minds no quotes, all of them where they are known
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
        var text = new StringBuilder();
        var quotes = new Quotes(separator);
        for (var line = first; ; ) {
            text.append(line.text());
            if (line.cutOff() || text.length() > PhysicalLines.LONGEST) {
                return broken(taken, quotes, "is longer than a million characters; is a closing quote missing?");
            }
            quotes.read(line.text());
            if (quotes.misplaced()) {
                return broken(
                        taken,
                        quotes,
                        "has a quote in the middle of a quoted text; a quote inside is written twice, \"\"");
            }
            if (!quotes.open()) {
                return new Read(first.number(), parser(false).ofSingleCsvRecord(text.toString()).getFields());
            }
            line = lines.next();
            if (line == null) {
                return broken(taken, quotes, "has a quote that opens and never closes");
            }
            taken.add(line);
        }
    }

    private Broken broken(List<Line> taken, Quotes quotes, String reason) {
        lines.takeBack(taken.subList(1, taken.size()));
        var first = taken.getFirst();
        return new Broken(first.number(), quotes.cell(), reason, leniently(first.text(), quotes.cell()));
    }

    /** What a program that minds no quotes would see in the line; it is only good for finding out whose row this is. */
    private List<String> leniently(String line, int before) {
        if (line.length() >= PhysicalLines.LONGEST) {
            return List.of();
        }
        var cells = parser(true).ofSingleCsvRecord(unclosed(line) ? line.strip() + "\"" : line).getFields();
        return before < cells.size() && unclosed(line) ? cells.subList(0, before) : cells;
    }

    private boolean unclosed(String line) {
        var quotes = new Quotes(separator);
        quotes.read(line);
        return quotes.open();
    }

    private CsvReader.CsvReaderBuilder parser(boolean lenient) {
        return CsvReader.builder().fieldSeparator(separator).allowExtraCharsAfterClosingQuote(lenient);
    }

    /** Where in a record a reader stands, as far as quotes go. */
    private static final class Quotes {
        private enum At {
            BEGIN,
            PLAIN,
            QUOTED,
            CLOSED,
            MISPLACED
        }

        private final char separator;
        private At at = At.BEGIN;
        private int cell;

        Quotes(char separator) {
            this.separator = separator;
        }

        void read(String text) {
            for (var i = 0; i < text.length() && at != At.MISPLACED; i++) {
                at = after(text.charAt(i));
            }
        }

        private At after(char letter) {
            if (at == At.QUOTED) {
                return letter == '"' ? At.CLOSED : At.QUOTED;
            }
            if (letter == '"' && at != At.PLAIN) {
                return At.QUOTED;
            }
            if (letter == separator) {
                cell++;
                return At.BEGIN;
            }
            return letter == '\n' || letter == '\r' ? at : at == At.CLOSED ? At.MISPLACED : At.PLAIN;
        }

        int cell() {
            return cell;
        }

        boolean open() {
            return at == At.QUOTED;
        }

        boolean misplaced() {
            return at == At.MISPLACED;
        }
    }
}
