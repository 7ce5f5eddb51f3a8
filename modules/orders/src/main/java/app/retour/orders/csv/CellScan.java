package app.retour.orders.csv;

import java.util.ArrayList;
import java.util.List;

/** Takes a record apart, a line at a time, and knows where in it a quote stands that cannot. */
final class CellScan {
    private enum At {
        BEGIN,
        PLAIN,
        QUOTED,
        CLOSED,
        MISPLACED
    }

    private final char separator;
    private final boolean lenient;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private At at = At.BEGIN;

    /** @param lenient takes a quote in the middle of a quoted text for a letter */
    CellScan(char separator, boolean lenient) {
        this.separator = separator;
        this.lenient = lenient;
    }

    void read(String line) {
        for (var i = 0; i < line.length() && at != At.MISPLACED; i++) {
            i = at == At.BEGIN ? plain(line, i) : i;
            if (i < line.length()) {
                at = after(line.charAt(i));
            }
        }
    }

    /** Takes whole cells of nothing but letters, as most are. */
    private int plain(String line, int from) {
        var begin = from;
        for (var i = from; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (letter == separator) {
                cells.add(line.substring(begin, i));
                begin = i + 1;
            } else if (letter == '"' || letter == '\n' || letter == '\r') {
                break;
            }
        }
        return begin;
    }

    private At after(char letter) {
        if (at == At.QUOTED) {
            return letter == '"' ? At.CLOSED : taken(letter, At.QUOTED);
        }
        if (letter == separator) {
            cells.add(cell.toString());
            cell.setLength(0);
            return At.BEGIN;
        }
        if (letter == '\n' || letter == '\r') {
            return at;
        }
        if (at == At.CLOSED) {
            if (letter == '"') {
                return taken(letter, At.QUOTED);
            }
            if (letter == ' ' && !lenient) {
                return At.CLOSED;
            }
            cell.append(lenient ? "\"" : "");
            return lenient ? taken(letter, At.QUOTED) : At.MISPLACED;
        }
        return letter == '"' && at == At.BEGIN ? At.QUOTED : taken(letter, At.PLAIN);
    }

    private At taken(char letter, At next) {
        cell.append(letter);
        return next;
    }

    /** A quoted text goes on in the next line. */
    boolean open() {
        return at == At.QUOTED;
    }

    boolean misplaced() {
        return at == At.MISPLACED;
    }

    /** Which cell the scan stands in, the first is 0. */
    int cell() {
        return cells.size();
    }

    /** All of the record, once it is neither open nor misplaced. */
    List<String> cells() {
        var all = new ArrayList<>(cells);
        all.add(cell.toString());
        return all;
    }

    /** Those before the one that the scan stands in. */
    List<String> before() {
        return List.copyOf(cells);
    }
}
