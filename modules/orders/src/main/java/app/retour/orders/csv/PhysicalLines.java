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
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int size;

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
        while (filled()) {
            var end = at;
            while (end < size && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            var ends = end < size;
            cutOff |= take(line, ends ? end + 1 : end);
            if (ends) {
                if (buffer[end] == '\r' && filled() && buffer[at] == '\n') {
                    cutOff |= take(line, at + 1);
                }
                return new Line(++number, line.toString(), cutOff);
            }
        }
        return line.isEmpty() ? null : new Line(++number, line.toString(), cutOff);
    }

    /** @return whether there was no room for all of it */
    private boolean take(StringBuilder line, int to) {
        var room = Math.min(to - at, LONGEST - line.length());
        line.append(buffer, at, room);
        var left = room < to - at;
        at = to;
        return left;
    }

    private boolean filled() throws IOException {
        if (at == size) {
            at = 0;
            size = Math.max(0, text.read(buffer, 0, buffer.length));
        }
        return size > 0;
    }
}
