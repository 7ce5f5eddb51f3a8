package app.retour.orders.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each with its number and its end, which can be taken back to be read once more. */
final class PhysicalLines {
    /** Of a line that is longer, only this much is kept. */
    static final int LONGEST = 1_000_000;

    private final Reader text;
    private final Deque<Line> taken = new ArrayDeque<>();
    private long number;
    private int ahead = -2;

    PhysicalLines(Reader text) {
        this.text = text;
    }

    /** @param text with what ends it, unless it is cut off */
    record Line(long number, String text, boolean cutOff) {}

    @Nullable
    Line next() throws IOException {
        return taken.isEmpty() ? read() : taken.removeFirst();
    }

    /** They come next again, in this order. */
    void takeBack(List<Line> lines) {
        lines.reversed().forEach(taken::addFirst);
    }

    private @Nullable Line read() throws IOException {
        var line = new StringBuilder();
        var cutOff = false;
        for (var letter = letter(); letter >= 0; letter = letter()) {
            if (line.length() < LONGEST) {
                line.append((char) letter);
            } else {
                cutOff = true;
            }
            if (letter == '\n' || letter == '\r' && !continues(line, cutOff)) {
                return new Line(++number, line.toString(), cutOff);
            }
        }
        return line.isEmpty() ? null : new Line(++number, line.toString(), cutOff);
    }

    /** A carriage return and a line feed are one end. */
    private boolean continues(StringBuilder line, boolean cutOff) throws IOException {
        ahead = text.read();
        if (ahead != '\n') {
            return false;
        }
        if (!cutOff && line.length() < LONGEST) {
            line.append('\n');
        }
        ahead = -2;
        return false;
    }

    private int letter() throws IOException {
        if (ahead == -2) {
            return text.read();
        }
        var letter = ahead;
        ahead = -2;
        return letter;
    }
}
