package app.retour.orders.csv;

import app.retour.orders.csv.CsvEntry.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file being read, a row at a time. Takes a byte order mark, any end of line, a first line {@code sep=;}, and
 * commas, semicolons, tabs or bars; passes over blank rows; refuses what is not UTF-8 rather than spoil names.
 */
public final class CsvFile implements Iterator<CsvEntry>, AutoCloseable {
    private static final int MOST_UNREADABLE = 1_000;
    private final AtomicLong bytes = new AtomicLong();
    private final BufferedReader text;
    private final Records records;
    private final HeaderRow header;
    private int usual;
    private int read;
    private int tooWide;
    private int unreadable;
    private Records.@Nullable Found held;
    private @Nullable CsvEntry ahead;

    private CsvFile(InputStream content) throws IOException {
        text = FileText.of(new CountedBytes(content, bytes));
        var lines = new PhysicalLines(text);
        records = new Records(lines, Separators.of(lines));
        header = firstRecord();
        usual = header.size();
        records.expect(header.size());
    }

    /** @param content closed with this */
    public static CsvFile open(InputStream content) {
        return readable(() -> new CsvFile(content));
    }

    private HeaderRow firstRecord() throws IOException {
        for (var found = records.next(); found != null; found = records.next()) {
            if (found instanceof Records.Broken(long line, int cell, String reason, List<String> _)) {
                throw new FileNotUnderstood("The names of the columns in line %d cannot be read: column %d %s"
                        .formatted(line, cell + 1, reason));
            }
            if (found instanceof Records.Read(long _, List<String> cells, boolean _)
                    && !cells.stream().allMatch(String::isBlank)) {
                return new HeaderRow(cells);
            }
        }
        throw new FileNotUnderstood("The file is empty");
    }

    public boolean hasColumn(String name) {
        return header.places().containsKey(CsvRow.key(name));
    }

    /** Names of the columns, as they stand in the file; of several that are called alike the further ones with a number. */
    public List<String> header() {
        return header.names();
    }

    /** Whether another column is called so as well. */
    public boolean hasTwin(String name) {
        return header.isTwin(name);
    }

    /** Says which two columns are called alike, if any are. */
    public Optional<String> twins() {
        return header.twins();
    }

    /** Bytes of the file that were taken so far, a little ahead of the rows. */
    public long bytesRead() {
        return bytes.get();
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = readable(() -> Optional.ofNullable(entry())).orElse(null);
        }
        return ahead != null;
    }

    @Override
    public CsvEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var entry = Objects.requireNonNull(ahead);
        ahead = null;
        return entry;
    }

    private @Nullable CsvEntry entry() throws IOException {
        for (var found = record(); found != null; found = record()) {
            if (found instanceof Records.Broken broken) {
                return resumed(broken);
            }
            if (found instanceof Records.Read(long line, List<String> cells, boolean ended)
                    && !cells.stream().allMatch(String::isBlank)
                    && !header.isRepeatedBy(cells)) {
                return row(line, cells, ended);
            }
        }
        if (read == 0 && tooWide > 0 && tooWide == unreadable) {
            throw new FileNotUnderstood(
                    "Every row has more cells than the first line has names of columns (%d): that line is cut off, or texts with a separator in them stand without quotes. Export the file again"
                            .formatted(header.size()));
        }
        return null;
    }

    private Records.@Nullable Found record() throws IOException {
        var found = held == null ? records.next() : held;
        held = null;
        return found;
    }

    private CsvEntry row(long line, List<String> cells, boolean ended) {
        if (header.isFollowedByAnother(cells)) {
            throw new FileNotUnderstood(
                    "Line %d names columns once more, in another order: two files were put together. Send each on its own"
                            .formatted(line));
        }
        if (cells.stream().skip(header.size()).anyMatch(cell -> !cell.isBlank())) {
            tooWide++;
            return unreadable(
                    line,
                    null,
                    "has %d cells, but there are %d columns; a text with a separator in it needs quotes around it"
                            .formatted(cells.size(), header.size()),
                    cells);
        }
        if (!ended && cells.size() < header.size() && usual == header.size()) {
            return unreadable(
                    line,
                    null,
                    "is cut off after %d of %d cells, and the file with it; export it again"
                            .formatted(cells.size(), header.size()),
                    cells);
        }
        for (var i = 0; i < cells.size(); i++) {
            if (cells.get(i).indexOf('\0') >= 0) {
                return unreadable(line, header.name(i), "holds a character that is no text (NUL)", cells);
            }
        }
        usual = cells.size();
        read++;
        return new CsvRow(line, header.places(), cells);
    }

    /** Passes over what follows until there is a record that has as many cells as records here have. */
    private CsvEntry resumed(Records.Broken broken) throws IOException {
        var column = broken.cell() < header.size() ? header.name(broken.cell()) : null;
        var problem = unreadable(broken.line(), column, broken.reason(), likely(broken));
        for (var found = record(); found != null; found = record()) {
            if (found instanceof Records.Read(long _, List<String> cells, boolean _)
                            && (fits(cells) || cells.stream().allMatch(String::isBlank))
                    || found instanceof Records.Broken next && (fits(next.cells()) || next.cell() > 0)) {
                held = found;
                break;
            }
            problem = problem.upTo(found.line());
        }
        return problem;
    }

    private boolean fits(List<String> cells) {
        return cells.size() == header.size() || cells.size() == usual;
    }

    /** Of a row that falls apart otherwise than others, what stands before the place is certain. */
    private List<String> likely(Records.Broken broken) {
        var cells = broken.cells();
        return fits(cells) ? cells : cells.subList(0, Math.min(broken.cell(), cells.size()));
    }

    private Unreadable unreadable(long line, @Nullable String column, String reason, List<String> likely) {
        if (++unreadable > MOST_UNREADABLE) {
            throw new FileNotUnderstood(
                    "More than 1,000 rows cannot be read, the last in line %d: it %s. Export the file again"
                            .formatted(line, reason));
        }
        return Unreadable.of(line, column, reason, header.places(), likely);
    }

    @Override
    public void close() {
        readable(() -> {
            text.close();
            return true;
        });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CharacterCodingException notText) {
            throw new FileNotUnderstood(
                    "The file is not UTF-8 text; export it again as CSV UTF-8, so that names survive");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
