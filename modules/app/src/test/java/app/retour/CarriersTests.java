package app.retour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** In a process of its own: the carriers are counted once, before the first virtual thread. */
class CarriersTests {
    /** More than a machine that builds has processors, so that the default would not do. */
    private static final int AT_ONCE = 64;

    @Test
    void manyThatHoldTheirCarrierRunAtOnce() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllAtOnce.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as("each of them runs while all others do")
                    .isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Each goes on only when all have begun, and lets go of nothing meanwhile. */
    static final class AllAtOnce {
        public static void main(String... arguments) throws InterruptedException {
            Carriers.provide();
            var begun = new AtomicInteger();
            List<Thread> all = new ArrayList<>();
            for (var each = 0; each < AT_ONCE; each++) {
                all.add(Thread.ofVirtual().start(() -> {
                    begun.incrementAndGet();
                    while (begun.get() < AT_ONCE) {
                        Thread.onSpinWait();
                    }
                }));
            }
            for (var each : all) {
                each.join();
            }
        }
    }
}
