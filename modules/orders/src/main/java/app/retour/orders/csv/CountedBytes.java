package app.retour.orders.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read, for telling how far a file is. */
final class CountedBytes extends FilterInputStream {
    private final AtomicLong bytes;

    CountedBytes(InputStream content, AtomicLong bytes) {
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
