package app.retour.app.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

class SlowSendersTests {
    private static final SlowSenders.Pace PACE = new SlowSenders.Pace(Duration.ofSeconds(30), 1_000);
    private final AtomicLong nanos = new AtomicLong();

    private int received(int bytesEachSecond, int seconds) throws IOException {
        var body = new SlowSenders(PACE, nanos::get).new Watched(new Drip(bytesEachSecond));
        var received = 0;
        for (var i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            received += body.doRead(new Nowhere());
        }
        return received;
    }

    @Test
    void aByteASecondIsEndedSoonAfterTheGrace() throws IOException {
        assertThat(received(1, 30)).isEqualTo(30);
        assertThatThrownBy(() -> received(1, 31))
                .isInstanceOf(IOException.class)
                .hasMessage("The body came too slowly: 31 bytes so far");
    }

    @Test
    void aPoorConnectionMayTakeItsTime() throws IOException {
        assertThat(received(1_000, 3_600)).isEqualTo(3_600_000);
    }

    @Test
    void whoComesQuicklyAndThenDawdlesIsEndedToo() throws IOException {
        assertThat(received(500, 60)).isEqualTo(30_000);
        assertThatThrownBy(() -> received(500, 61)).isInstanceOf(IOException.class);
    }

    private record Drip(int bytes) implements InputBuffer {
        @Override
        public int doRead(ApplicationBufferHandler handler) {
            return bytes;
        }

        @Override
        public int available() {
            return bytes;
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {
        @Override
        public void setByteBuffer(ByteBuffer buffer) {}

        @Override
        public ByteBuffer getByteBuffer() {
            return ByteBuffer.allocate(0);
        }

        @Override
        public void expand(int size) {}
    }
}
