package app.retour.app.uploads;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends a request whose body comes a byte at a time. Tomcat's own limit is for each read, so that somebody who sends one byte
 * a second keeps a connection, and its place on disk, for days.
 */
final class SlowSenders extends ValveBase {
    private final Pace pace;
    private final LongSupplier nanos;

    /**
     * How fast a body must come, on the whole.
     *
     * @param grace for which nothing is asked
     */
    record Pace(Duration grace, long bytesPerSecond) {
        boolean isTooSlow(long bytes, long nanos) {
            var beyond = nanos - grace.toNanos();
            return beyond > 0 && bytes < beyond / 1e9 * bytesPerSecond;
        }
    }

    SlowSenders(Pace pace, LongSupplier nanos) {
        super(true);
        this.pace = pace;
        this.nanos = nanos;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var input = coyote.getInputBuffer();
        coyote.setInputBuffer(new Watched(input));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(input);
        }
    }

    /** What reads the body, looking at the clock after each read. */
    final class Watched implements InputBuffer {
        private final InputBuffer input;
        private final long start = nanos.getAsLong();
        private long bytes;

        Watched(InputBuffer input) {
            this.input = input;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            var read = input.doRead(handler);
            bytes += Math.max(0, read);
            if (read > 0 && pace.isTooSlow(bytes, nanos.getAsLong() - start)) {
                throw new IOException("The body came too slowly: %d bytes so far".formatted(bytes));
            }
            return read;
        }

        @Override
        public int available() {
            return input.available();
        }
    }
}
