package app.retour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

/** In a process of its own: the carriers are counted once, before the first virtual thread. */
class CarriersTests {
    /** More than a machine that builds has processors, so that the default would not do. */
    private static final int AT_ONCE = 64;

    @Test
    void manyThatHoldTheirCarrierRunAtOnce() throws IOException, InterruptedException {
        runs(AllAtOnce.class);
    }

    @Test
    void aProcessThatIsUpNeedsFew() throws IOException, InterruptedException {
        runs(FewLater.class);
    }

    @Test
    void theNumberThatAnOperatorGaveStays() throws IOException, InterruptedException {
        runs(TheirOwn.class, "-Djdk.virtualThreadScheduler.parallelism=77");
    }

    private static void runs(Class<?> program, String... flags) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as("it ends by itself")
                    .isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static int carriers() {
        return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
                .getParallelism();
    }

    private static void exitUnless(boolean holds) {
        System.exit(holds ? 0 : 1);
    }

    static final class FewLater {
        public static void main(String... arguments) throws InterruptedException {
            Carriers.provide();
            var before = carriers();
            Carriers.settle();
            Thread.ofVirtual().start(() -> {}).join();
            exitUnless(before > AT_ONCE && carriers() >= 16 && carriers() < before);
        }
    }

    static final class TheirOwn {
        public static void main(String... arguments) {
            Carriers.provide();
            Carriers.settle();
            exitUnless(carriers() == 77);
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
