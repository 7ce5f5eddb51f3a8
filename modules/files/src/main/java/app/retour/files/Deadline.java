package app.retour.files;

import app.retour.files.UnfitFile.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** When reading a content has to be over. Whatever takes time asks it, so that the work ends and not only the waiting. */
final class Deadline {
    private final long begun;
    private final Duration time;
    private final LongSupplier nanos;

    private Deadline(Duration time, LongSupplier nanos) {
        this.time = time;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    static Deadline in(Duration time) {
        return new Deadline(time, System::nanoTime);
    }

    static Deadline in(Duration time, LongSupplier nanos) {
        return new Deadline(time, nanos);
    }

    boolean isOver() {
        return nanos.getAsLong() - begun > time.toNanos();
    }

    /** @throws UnfitFile TOO_SLOW */
    void check() {
        if (isOver()) {
            throw new UnfitFile(Reason.TOO_SLOW, Math.max(1, time.toSeconds()));
        }
    }

    /** The same bytes, as long as there is time. */
    InputStream over(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] into, int start, int length) throws IOException {
                check();
                return super.read(into, start, length);
            }
        };
    }
}
