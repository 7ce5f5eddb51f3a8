package app.retour.orders.shopify;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A CSV file being read, a row at a time. Takes a byte order mark, either end of line, and commas, semicolons or tabs;
 * refuses what is not UTF-8 rather than spoil names.
 */
final class CsvFile implements Iterator<CsvRow>, AutoCloseable {
    private static final int HEADER_AT_MOST = 64 * 1024;
    private final AtomicLong bytes = new AtomicLong();
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private CsvFile(InputStream content) throws IOException {
        var counted = new BufferedInputStream(new Counting(content, bytes));
        var decoder = charset(counted)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BufferedReader(new InputStreamReader(counted, decoder), HEADER_AT_MOST);
        reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
        records = reader.iterator();
        if (!readable(records::hasNext)) {
            throw new FileNotUnderstood("The file is empty");
        }
        var header = readable(records::next);
        for (var i = 0; i < header.getFieldCount(); i++) {
            columns.putIfAbsent(CsvRow.key(header.getField(i)), i);
        }
    }

    /** @param content closed with this */
    static CsvFile open(InputStream content) {
        return readable(() -> new CsvFile(content));
    }

    boolean hasColumn(String name) {
        return columns.containsKey(CsvRow.key(name));
    }

    /** Bytes of the file that were taken so far, a little ahead of the rows. */
    long bytesRead() {
        return bytes.get();
    }

    @Override
    public boolean hasNext() {
        return readable(records::hasNext);
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = readable(records::next);
        return new CsvRow(row.getStartingLineNumber(), columns, row.getFields());
    }

    @Override
    public void close() {
        readable(() -> {
            reader.close();
            return true;
        });
    }

    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(3);
        var start = in.readNBytes(3);
        in.reset();
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        var wide = start.length >= 2
                && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                        || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE);
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** The sign that the header has most of; spreadsheets of some countries save with semicolons. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(HEADER_AT_MOST);
        var counts = new LinkedHashMap<Character, Integer>(Map.of(',', 0, ';', 0, '\t', 0));
        var quoted = false;
        for (var i = 0; i < HEADER_AT_MOST - 1; i++) {
            var read = text.read();
            if (read < 0 || !quoted && (read == '\n' || read == '\r')) {
                break;
            }
            quoted ^= read == '"';
            if (!quoted) {
                counts.computeIfPresent((char) read, (_, count) -> count + 1);
            }
        }
        text.reset();
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return most.getValue() == 0 ? ',' : most.getKey();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CharacterCodingException notText) {
            throw notUtf8();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (UncheckedIOException broken) {
            throw broken.getCause() instanceof CharacterCodingException ? notUtf8() : broken;
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof CharacterCodingException) {
                throw notUtf8();
            }
            throw new FileNotUnderstood("The file is not CSV that can be read: " + malformed.getMessage());
        }
    }

    private static FileNotUnderstood notUtf8() {
        return new FileNotUnderstood("The file is not UTF-8 text; export it again as CSV UTF-8, so that names survive");
    }

    private static final class Counting extends FilterInputStream {
        private final AtomicLong bytes;

        Counting(InputStream content, AtomicLong bytes) {
            super(content);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            bytes.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            bytes.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
